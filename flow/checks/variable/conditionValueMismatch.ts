import type { Field } from '../../catalog/field';
import { replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member, textOf } from '../../json/node';
import { parseFloat32 } from '../../json/parseFloat32';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import type { Check, Fix, Report } from '../check';
import { takeOver } from '../option/takeOver';

export const conditionValueMismatch: Check = {
  code: 'condition-value-mismatch',
  group: 'variable',
  severity: 'warning',
  title: 'A condition whose value does not fit its type',
  doc: `\`value_type\` of a \`condition_variable\` says which option holds the value to compare with: \`value_string\`, \`value_number\` or \`value_length\`. VoIPbin does not read the others. If you give another one, it compares with an empty string or with 0.

The check also reports \`value_type\` "number" with a text on the left that is not a number: such a test is always false. Go's rules for numbers apply: "007" and "5e0" are numbers, "1,5" and " 5" are not.

Rename the option, as the quick fix does, or change \`value_type\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:389-403\` \`actionHandleConditionVariable\`.`,
  types: ({ type }) => type === 'condition_variable',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      if (!action.option) continue;
      const typeNode = member(action.option, 'value_type');
      const type = textOf(typeNode);
      if (!typeNode || type === undefined || !types.includes(type)) continue;
      reportOther(model, report, action, typeNode, type);
      const node = type === 'number' ? member(action.option, 'variable') : undefined;
      const text = textOf(node);
      if (!node || text === undefined || text === '' || hasVariable(text) || isNumber(text)) continue;
      report({
        at: node,
        message: `${quote(text)} is not a number, so the test is always false. Compare it as "string", or use the value of a variable: "\${name}".`,
      });
    }
  },
  fixes: 'unsure',
};

const types = ['string', 'number', 'length'];

function reportOther(
  model: FlowModel,
  report: Report,
  { option, definition }: ActionNode,
  typeNode: JsonNode,
  type: string,
): void {
  const wanted = `value_${type}`;
  if (!option || hasKey(option, wanted)) return;
  for (const other of types) {
    const node: JsonNode | undefined = other === type ? undefined : member(option, `value_${other}`);
    if (!node || node.type === 'null') continue;
    report({
      at: node,
      onKey: true,
      message: `\`value_type\` is "${type}", so VoIPbin reads \`${wanted}\` and not \`value_${other}\`: it compares with ${
        type === 'string' ? 'an empty string' : '0'
      }. Rename it, or change \`value_type\`.`,
      fixes: () => [
        ...rename(model, node, definition?.field(wanted)),
        { title: `Change \`value_type\` to "${other}"`, edits: replaceValue(model, typeNode, other) },
      ],
    });
    return;
  }
}

/** The value under the name that is read, where it has the kind that is wanted there or can be given it. */
function rename(model: FlowModel, node: JsonNode, field: Field | undefined): Fix[] {
  const edits = field && takeOver(model, field, node);
  return edits ? [{ title: `Rename to \`${field.name}\``, edits }] : [];
}

/** Authors do not write numbers of more characters, and reading them takes long. */
const longest = 100;

const isNumber = (text: string) => text.length > longest || parseFloat32(text) !== undefined;
