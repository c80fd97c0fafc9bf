import { digitsVariable } from '../../catalog/variables';
import { renameKey, replaceValue } from '../../edit/edit';
import { type Digits, digitsBefore, endKeysOf, lengthOf } from '../../graph/digits';
import type { ReadBy } from '../../graph/readAt';
import { branchVariable } from '../../graph/step';
import { type JsonNode, member, textOf } from '../../json/node';
import { actionsOfType } from '../../model/actionsOfType';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { codeSpan } from '../../text/codeSpan';
import type { Check, Problem } from '../check';
import { judgedScopes } from './judgedScopes';

export const endKeyIncluded: Check = {
  code: 'end-key-included',
  group: 'path',
  severity: 'information',
  title: 'A value that is compared without the end key',
  doc: `The key that ends a \`digits_receive\` is the last character of \`voipbin.call.digits\`. For example, a caller who presses 1 and then the hash key leaves \`1#\` there. A case \`1\` or a comparison with \`1\` fits only when the caller does not press the end key and the time runs out.

Write the end key too, as the quick fix does, or keep both as cases. A copy of the digits made with \`variable_set\` has the end key too.

Values as long as \`length\` are not reported: they end the wait before an end key.

Source: \`bin-call-manager/pkg/callhandler/digit.go:44-52\` \`digitsReceived\`.`,
  check(model, report) {
    for (const { from, kind, caseKey, node } of model.references) {
      if (kind !== 'case' || !caseKey || branchVariable(from) !== digitsVariable) continue;
      const end = missingEnd(model, from, 'name', caseKey);
      if (end === undefined || node.parent?.children.some(({ key }) => key?.name === caseKey + end)) continue;
      report(problemAt(node, caseKey, end, () => renameKey(node, caseKey + end), true));
    }
    for (const action of actionsOfType(model, 'condition_variable')) {
      const value = member(action.option, 'value_string');
      const text = textOf(value);
      if (!value || !text || textOf(member(action.option, 'variable')) !== whole) continue;
      const end = missingEnd(model, action, 'text', text);
      if (end !== undefined) report(problemAt(value, text, end, () => replaceValue(model, value, text + end), false));
    }
    for (const action of actionsOfType(model, 'variable_set')) {
      const value = member(action.option, 'value');
      if (!value || textOf(value) !== whole || textOf(member(action.option, 'key')) === digitsVariable) continue;
      const end = missingEnd(model, action, 'text', '');
      if (end === undefined) continue;
      report({
        at: value,
        message: `The value may end with the end key ${codeSpan(end)}, which stays in \`${digitsVariable}\`. Expect it where you use the value, or use a fixed \`length\`.`,
      });
    }
  },
  fixes: 'unsure',
};

const whole = `\${${digitsVariable}}`;

/** The end key that a value lacks; undefined where it can come without one, or where it is unknown what the digits hold. */
function missingEnd(model: FlowModel, action: ActionNode, by: ReadBy, value: string): string | undefined {
  const digits = judgedScopes(model).has(action.scope) ? digitsBefore(model, action, by) : undefined;
  if (!digits || digits.unknown || digits.unasked || digits.receives.length === 0) return undefined;
  const endsWithKey = (actionNode: ActionNode) => {
    const keys = endKeysOf(actionNode);
    return keys !== '' && value.length < lengthOf(actionNode) && ![...keys].some((key) => value.includes(key));
  };
  return digits.receives.every(endsWithKey) ? firstKey(digits) : undefined;
}

const firstKey = ({ receives: [receive] }: Digits) => (receive ? endKeysOf(receive).slice(0, 1) : undefined);

function problemAt(
  at: JsonNode,
  value: string,
  end: string,
  edit: () => ReturnType<typeof renameKey>,
  onKey: boolean,
): Problem {
  return {
    at,
    onKey,
    message: `The caller ends with ${codeSpan(end)}, and the end key stays in \`${digitsVariable}\`: ${codeSpan(value)} does not match then. Write ${codeSpan(value + end)}.`,
    fixes: () => [{ title: `Change to "${value}${end}"`, edits: edit() }],
  };
}
