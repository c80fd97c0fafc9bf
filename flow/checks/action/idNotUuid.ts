import { remove } from '../../edit/edit';
import { type JsonNode, textOf } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { canonicalUuid } from '../../model/uuid';
import { quote } from '../../text/quote';
import { sayUnreadable } from '../../text/sayUnreadable';
import type { Check, Fix } from '../check';
import { giveUuid } from './giveUuid';

export const idNotUuid: Check = {
  code: 'id-not-uuid',
  group: 'action',
  severity: 'error',
  title: 'An id of an action that is no UUID',
  doc: `The id of an action is a UUID. VoIPbin's guide recommends readable ids such as "welcome", and they do not work: when the flow is saved, such an id is replaced by a random UUID without a word, while the jumps to it keep the old text. Each of these jumps then stops the flow and drops the call.

Inside the \`actions\` of a \`call\` nothing is replaced: there such an id makes the whole \`call\` unreadable, and the flow stops on it.

The quick fix gives the action a new UUID and writes it into every reference of the same list. Hovering over an id shows which action it is; in \`*.flow.jsonc\` a comment can name it.

Source: \`bin-api-manager/server/main.go:45-51\` \`ConvertFlowManagerAction\` (\`uuid.FromStringOrNil\`); \`bin-flow-manager/pkg/actionhandler/generate.go\` \`GenerateFlowActions\`.`,
  *check(model) {
    for (const action of model.actions.filter((one) => one.id === undefined)) {
      const { idNode, scope } = action;
      if (!idNode || idNode.type === 'null') continue;
      const text = textOf(idNode);
      if (text !== undefined && canonicalUuid(text) !== undefined) continue;
      // In the main list an empty text counts as absent.
      if (text === '' && !scope.owner) continue;
      yield {
        at: idNode,
        message: `${sayWrong(text)} ${sayConsequence(action, text)}`,
        fixes: ({ newId }) => (text === '' ? [removal(model, idNode)] : giveId(model, action, newId)),
      };
    }
  },
  fixes: 'sure',
  fixAll: 'Give every action a UUID',
};

const removal = (model: FlowModel, idNode: JsonNode): Fix => ({
  title: 'Remove the empty `id`',
  edits: remove(model, idNode),
  preferred: true,
});

function giveId(model: FlowModel, action: ActionNode, newId: () => string): Fix[] {
  const fix = giveUuid(model, action, newId);
  return fix ? [{ ...fix, preferred: true }] : [];
}

function sayWrong(text: string | undefined): string {
  if (text === undefined) return 'The id of an action is a text with a UUID.';
  return text === '' ? 'An empty text is no id.' : `The id ${quote(text)} is no UUID.`;
}

function sayConsequence({ scope }: ActionNode, text: string | undefined): string {
  if (scope.owner) return `${sayUnreadable(scope.owner)} ${text === '' ? 'Leave the id out.' : 'Give it a UUID.'}`;
  if (text === undefined) return 'The API refuses the whole request with 400. Give it a UUID.';
  return 'VoIPbin puts a random one in its place when it saves the flow, and every reference to it leads nowhere. Give it a UUID.';
}
