import { perObject } from '../../collections/perObject';
import { insertMember, renameKey, replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { closest } from '../../text/closest';
import type { Check, Fix } from '../check';
import { describeRefused } from './describeRefused';
import { guessType } from './guessType';

export const missingType: Check = {
  code: 'missing-type',
  group: 'action',
  severity: 'error',
  title: 'An action without a type',
  doc: `The \`type\` of an action says what it does. VoIPbin checks all types when a flow is saved or sent. It refuses the whole request when one is missing, empty or not a string. Its answer does not name the action.

The quick fix adds the type that fits the options, or \`talk\`.

Source: \`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`.`,
  check(model, report) {
    for (const action of model.actions.filter((action) => action.type === undefined || action.type === '')) {
      const { node, typeNode, type } = action;
      const consequence = describeRefused(action);
      const misspelt = findMisspelt(action);
      if (typeNode) {
        const absent = type === '' || typeNode.type === 'null';
        const wrong = absent ? 'The action has no type' : 'The type of an action is a string';
        report({
          at: typeNode,
          message: `${wrong}. ${consequence} Write one, such as "talk".`,
          fixes: () => [writeType(model, action, typeNode)],
        });
      } else if (misspelt) {
        const name = misspelt.key?.name;
        report({
          at: misspelt,
          onKey: true,
          message: `The action has no \`type\`. ${consequence} Did you mean \`type\` instead of \`${name}\`?`,
          fixes: () => [{ title: 'Rename to `type`', edits: renameKey(misspelt, 'type'), preferred: true }],
        });
      } else if (!hasKey(node, 'type')) {
        report({
          at: node,
          missing: 'type',
          message: `The action has no \`type\`. ${consequence} Add one.`,
          fixes: () => [writeType(model, action, undefined)],
        });
      }
    }
  },
  fixes: 'sure',
};

/** The type to which the options fit, in the place of another value or as a new key. */
function writeType(model: FlowModel, { node, idNode, option }: ActionNode, typeNode: JsonNode | undefined): Fix {
  const type = guessType(option)?.type ?? 'talk';
  return typeNode
    ? { title: `Write \`${type}\``, edits: replaceValue(model, typeNode, type) }
    : { title: `Add the type \`${type}\``, edits: insertMember(model, node, 'type', type, idNode) };
}

/** The key that stands for the type, misspelt: it holds a text, and the action has no other that comes near. */
export const findMisspelt = (action: ActionNode): JsonNode | undefined => misspeltOf(action).key;

/** Checks of each key ask for it, and all keys are compared. */
const misspeltOf = perObject((action: ActionNode) => ({ key: misspeltIn(action) }));

function misspeltIn({ node, typeNode }: ActionNode): JsonNode | undefined {
  if (typeNode || hasKey(node, 'type')) return undefined;
  const names = node.children.flatMap((child) => (child.key && child.type === 'string' ? [child.key.name] : []));
  if (names.length === 0) return undefined;
  const near = closest('type', names) ?? names.find((name) => name === 'action');
  return near === undefined ? undefined : member(node, near);
}
