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
  title: 'A variable whose name is not what it seems',
  doc: `VoIPbin replaces \`\${name}\` and takes the name as it stands, from the bracket to the next \`}\`:

- spaces count: \`\${ order }\` is another variable than \`\${order}\`, and mostly an empty one;
- without the closing bracket nothing is replaced, and the caller hears the text as it stands;
- a quotation mark before the bracket is a sign that it is missing: in JSON data VoIPbin takes everything up to the next \`}\` for the name, that of the data included;
- \`{{name}}\` is how other tools write a variable: VoIPbin replaces nothing there;
- variables cannot be nested: in \`\${a\${b}}\` the name is \`a\${b\`, and a \`}\` is left over;
- a name goes over no line break;
- \`\${}\` names nothing.

The quick fix takes the spaces away, closes the variable, or writes \`\${name}\`. A name with spaces that \`variable_set\` writes in the same way works and is not reported.

Source: \`bin-flow-manager/pkg/variablehandler/main.go:52-54\`, the pattern \`\\\${(.*?)}\`; \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  *check(model) {
    for (const use of variableUses(model)) {
      const message = judge(model, use);
      if (message === undefined) continue;
      if (use.closed && isKnownVariable(model, use.name)) continue;
      yield { at: { offset: use.offset, end: use.end }, message, fixes: () => repairs(use) };
    }
    for (const { name, offset, end, option, whole } of doubleBraces(model)) {
      const known = isKnownVariable(model, name);
      // That one is a value left from a template.
      if (whole && !known) continue;
      // The server that gets the data may fill in names of its own.
      const severity = !known && option.field.format === 'json-text' ? 'information' : 'warning';
      const text = `\${${name}}`;
      yield {
        at: { offset, end },
        severity,
        message: `\`{{${name}}}\` is not a variable. VoIPbin leaves the braces as they stand. Write \`${text}\`.`,
        fixes: () => [{ title: `Change to \`${text}\``, edits: [{ offset, end, text }], preferred: known }],
      };
    }
  },
  fixes: 'sure',
  fixAll: 'Write all variables as `${name}`',
};

function judge(model: FlowModel, { name, closed, end, node }: VariableUse): string | undefined {
  if (!closed) {
    const next = model.text.indexOf('}', end);
    return next < 0 || next >= node.end
      ? 'The `${` is never closed, so nothing is replaced here. Add `}` behind the name.'
      : 'The `${` is not closed before the quotation mark. VoIPbin takes everything up to the next `}` for the name. Add `}` behind the name.';
  }
  if (name.includes('${'))
    return 'Variables cannot be nested: VoIPbin ends the name at the first `}`. Put the inner value into a variable of its own first.';
  if (/[\r\n]/.test(name))
    return 'A name cannot go over a line break, so nothing is replaced here. Write the name on one line.';
  const trimmed = name.trim();
  if (trimmed === '') return '`${}` names no variable and is replaced by nothing. Put a name into it, or remove it.';
  if (trimmed === name) return undefined;
  return `The spaces in ${quote(`\${${name}}`)} are part of the name: it is another variable than \`\${${trimmed}}\`. Take them out.`;
}

function repairs({ name, closed, offset, end }: VariableUse): Fix[] {
  const trimmed = name.trim();
  if (closed) {
    if (trimmed === '' || trimmed === name || name.includes('${') || /[\r\n]/.test(name)) return [];
    return [{ title: 'Take the spaces out', edits: [{ offset, end, text: `\${${trimmed}}` }], preferred: true }];
  }
  // Only where the text ends in the name is it plain where the bracket belongs.
  const plain = /^[\w.-]+$/.exec(trimmed);
  return plain ? [{ title: 'Close the variable', edits: [{ offset: end, end, text: '}' }] }] : [];
}
