import { doubleBraces } from '../../model/doubleBraces';
import type { FlowModel } from '../../model/flowModel';
import { isKnownVariable } from '../../model/variables';
import type { VariableUse } from '../../model/variableUses';
import { variableUses } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';

export const variableName: Check = {
  code: 'variable-name',
  group: 'variable',
  severity: 'warning',
  title: 'A variable that VoIPbin reads differently',
  doc: `VoIPbin replaces \`\${name}\`. The name is everything from the bracket to the next \`}\`:

- spaces count: \`\${ order }\` is not the variable \`\${order}\`, and usually empty;
- without the closing bracket nothing is replaced, and the caller hears the text as it is;
- a quotation mark before the closing bracket shows that the bracket of the variable is missing. In JSON data VoIPbin then reads everything up to the next \`}\` as the name, even a bracket of the data;
- \`{{name}}\` is how other tools write a variable: VoIPbin does not replace it;
- variables cannot be nested: in \`\${a\${b}}\` the name is \`a\${b\`, and a \`}\` is left over;
- a name cannot contain a line break;
- \`\${}\` names nothing.

The quick fix removes the spaces, closes the variable, or writes \`\${name}\`. A name with spaces that \`variable_set\` writes in the same way works and is not reported.

Source: \`bin-flow-manager/pkg/variablehandler/main.go:52-54\`, the pattern \`\\\${(.*?)}\`; \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  check(model, report) {
    for (const use of variableUses(model)) {
      const message = faultOf(model, use);
      if (message === undefined) continue;
      if (use.closed && isKnownVariable(model, use.name)) continue;
      report({ at: { offset: use.offset, end: use.end }, message, fixes: () => repairs(use) });
    }
    for (const { name, offset, end, option, whole } of doubleBraces(model)) {
      const known = isKnownVariable(model, name);
      // That one is a value left from a template.
      if (whole && !known) continue;
      // The server that gets the data may fill in names of its own.
      const severity = !known && option.field.format === 'json-text' ? 'information' : 'warning';
      const text = `\${${name}}`;
      report({
        at: { offset, end },
        severity,
        message: `\`{{${name}}}\` is not a variable. VoIPbin leaves the braces as they are. Write \`${text}\`.`,
        fixes: () => [{ title: `Change to \`${text}\``, edits: [{ offset, end, text }], preferred: known }],
      });
    }
  },
  fixes: 'sure',
  fixAll: 'Write all variables as `${name}`',
};

function faultOf(model: FlowModel, { name, closed, end, node }: VariableUse): string | undefined {
  if (!closed) {
    const next = model.text.indexOf('}', end);
    return next < 0 || next >= node.end
      ? 'The `${` is never closed, so VoIPbin replaces nothing here. Add `}` after the name.'
      : 'The `${` is not closed before the quotation mark. VoIPbin reads everything up to the next `}` as the name. Add `}` after the name.';
  }
  if (name.includes('${'))
    return 'Variables cannot be nested: VoIPbin ends the name at the first `}`. Put the inner value into its own variable first.';
  if (/[\r\n]/.test(name))
    return 'A name cannot contain a line break, so VoIPbin replaces nothing here. Write the name on one line.';
  const trimmed = name.trim();
  if (trimmed === '') return '`${}` names no variable, and VoIPbin replaces it with nothing. Add a name, or remove it.';
  if (trimmed === name) return undefined;
  return `The spaces in ${quote(`\${${name}}`)} are part of the name: it is not the variable \`\${${trimmed}}\`. Remove them.`;
}

function repairs({ name, closed, offset, end }: VariableUse): Fix[] {
  const trimmed = name.trim();
  if (closed) {
    if (trimmed === '' || trimmed === name || name.includes('${') || /[\r\n]/.test(name)) return [];
    return [{ title: 'Remove the spaces', edits: [{ offset, end, text: `\${${trimmed}}` }], preferred: true }];
  }
  // Only where the text ends in the name is it plain where the bracket belongs.
  const plain = /^[\w.-]+$/.exec(trimmed);
  return plain ? [{ title: 'Close the variable', edits: [{ offset: end, end, text: '}' }] }] : [];
}
