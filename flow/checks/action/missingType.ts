import { insertMember, renameKey, replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { closest } from '../../text/closest';
import type { Check, Fix } from '../check';
import { guessType } from './guessType';
import { sayRefused } from './sayRefused';

export const missingType: Check = {
  code: 'missing-type',
  group: 'action',
  severity: 'error',
  title: 'An action without a type',
  doc: `Every action says by \`type\` what it does. VoIPbin looks at the types of all actions when a flow is saved or sent, and refuses the whole request when one is missing, empty or no text. Its answer does not tell which action it was.

The quick fix writes the type to which the options fit, or \`talk\`.

Source: \`bin-flow-manager/pkg/actionhandler/action.go\` \`ValidateActions\`.`,
  *check(model) {
    for (const action of model.actions.filter((one) => one.type === undefined || one.type === '')) {
      const { node, typeNode, type } = action;
      const consequence = sayRefused(action);
      const misspelt = findMisspelt(action);
      if (typeNode) {
        const absent = type === '' || typeNode.type === 'null';
        const wrong = absent ? 'The action has no type' : 'The type of an action is a text';
        yield {
          at: typeNode,
          message: `${wrong}. ${consequence} Write one, such as "talk".`,
          fixes: () => [writeType(model, action, typeNode)],
        };
      } else if (misspelt) {
        const name = misspelt.key?.name;
        yield {
          at: misspelt,
          onKey: true,
          message: `The action has no \`type\`. ${consequence} Did you mean it by \`${name}\`?`,
          fixes: () => [{ title: 'Rename to `type`', edits: renameKey(misspelt, 'type'), preferred: true }],
        };
      } else if (!hasKey(node, 'type')) {
        yield {
          at: node,
          about: 'type',
          message: `The action has no \`type\`. ${consequence} Add one.`,
          fixes: () => [writeType(model, action, undefined)],
        };
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
export function findMisspelt({ node, typeNode }: ActionNode): JsonNode | undefined {
  if (typeNode || hasKey(node, 'type')) return undefined;
  const names = node.children.flatMap((child) => (child.key && child.type === 'string' ? [child.key.name] : []));
  if (names.length === 0) return undefined;
  const near = closest('type', names) ?? names.find((name) => name === 'action');
  return near === undefined ? undefined : member(node, near);
}
