import { variablesByName } from '../../model/variables';
import type { VariableUse } from '../../model/variableUses';
import { variableUses } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check, Fix, Problem } from '../check';

export const variableName: Check = {
  code: 'variable-name',
  severity: 'warning',
  title: 'A variable whose name is not what it seems',
  doc: `VoIPbin replaces \`\${name}\` and takes the name as it stands, from the bracket to the next \`}\`:

- spaces count: \`\${ order }\` is another variable than \`\${order}\`, and mostly an empty one;
- without the closing bracket nothing is replaced, and the caller hears the text as it stands;
- variables cannot be nested: in \`\${a\${b}}\` the name is \`a\${b\`, and a \`}\` is left over;
- a name goes over no line break;
- \`\${}\` names nothing.

The quick fix takes the spaces away. A name with spaces that \`variable_set\` writes in the same way works and is not reported.

Source: \`bin-flow-manager/pkg/variablehandler/main.go:52-54\`, the pattern \`\\\${(.*?)}\`; \`bin-flow-manager/pkg/variablehandler/substitute.go:27-47\`.`,
  *check(model) {
    for (const use of variableUses(model)) {
      const message = judge(use);
      if (message === undefined) continue;
      if (use.closed && variablesByName(model).has(use.name)) continue;
      yield { at: { offset: use.offset, end: use.end }, message };
    }
  },
  fixes(model, { at }) {
    const use = variableUses(model).find((one) => one.offset === at.offset && one.end === at.end);
    return use ? repairs(use, at) : [];
  },
  fixAll: 'Take the spaces out of all variables',
};

function judge({ name, closed }: VariableUse): string | undefined {
  if (!closed) return 'The `${` is never closed, so nothing is replaced here. Add `}` behind the name.';
  if (name.includes('${'))
    return 'Variables cannot be nested: VoIPbin ends the name at the first `}`. Put the inner value into a variable of its own first.';
  if (/[\r\n]/.test(name))
    return 'A name cannot go over a line break, so nothing is replaced here. Write the name on one line.';
  const trimmed = name.trim();
  if (trimmed === '') return '`${}` names no variable and is replaced by nothing. Put a name into it, or remove it.';
  if (trimmed === name) return undefined;
  return `The spaces in ${quote(`\${${name}}`)} are part of the name: it is another variable than \`\${${trimmed}}\`. Take them out.`;
}

function repairs({ name, closed, offset, end }: VariableUse, at: Problem['at']): Fix[] {
  const trimmed = name.trim();
  if (closed) {
    if (trimmed === '' || trimmed === name || name.includes('${') || /[\r\n]/.test(name)) return [];
    return [{ title: 'Take the spaces out', edits: [{ offset, end, text: `\${${trimmed}}` }], preferred: true }];
  }
  // Only where the text ends in the name is it plain where the bracket belongs.
  const plain = /^[\w.-]+$/.exec(trimmed);
  return plain ? [{ title: 'Close the variable', edits: [{ offset: at.end, end: at.end, text: '}' }] }] : [];
}
