import { remove } from '../../edit/edit';
import { type JsonNode, textOf } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { canonicalUuid } from '../../model/uuid';
import { describeUnreadable } from '../../text/describeUnreadable';
import { quote } from '../../text/quote';
import type { Check, Fix } from '../check';
import { describeNotId, idWord } from './describeNotId';
import { giveUuid, nameFrom } from './giveUuid';
import { moveToJsonc } from './moveToJsonc';

export const idNotUuid: Check = {
  code: 'id-not-uuid',
  group: 'action',
  severity: 'error',
  title: 'An action id that is not a UUID',
  doc: `The id of an action is a UUID. VoIPbin's guide recommends readable ids such as "welcome", but they do not work. When VoIPbin saves the flow, it silently replaces such an id with a random UUID. The jumps to it keep the old text, and each of them stops the flow and drops the call.

Inside the \`actions\` of a \`call\` nothing is replaced: such an id makes the whole \`call\` unreadable, and the flow stops there.

The quick fix gives the action a new UUID and writes it into every reference of the same list. Point at an id to see its action.

In a \`*.flow.jsonc\` an id can be a name: a letter, then letters, digits, \`-\` and \`_\`, at most 64 characters. VoIPbin gets a UUID in its place (docs/names.md). The second quick fix turns the file into one.

Source: \`bin-api-manager/server/main.go:45-51\` \`ConvertFlowManagerAction\` (\`uuid.FromStringOrNil\`); \`bin-flow-manager/pkg/actionhandler/generate.go\` \`GenerateFlowActions\`.`,
  check(model, report) {
    for (const action of model.actions.filter((candidate) => candidate.id === undefined)) {
      const { idNode, scope } = action;
      if (!idNode || idNode.type === 'null') continue;
      const text = textOf(idNode);
      if (text !== undefined && canonicalUuid(text) !== undefined) continue;
      // In the main list an empty string counts as absent.
      if (text === '' && !scope.owner) continue;
      report({
        at: idNode,
        message: `${describeWrong(model, text)} ${describeConsequence(model, action, text)}`,
        fixes: ({ newId }) =>
          text === ''
            ? [removal(model, idNode)]
            : [...offerName(model, action), ...giveId(model, action, newId), ...moveToJsonc(model, text)],
      });
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
  return fix ? [{ ...fix, preferred: !model.jsonc }] : [];
}

/** Where names are allowed, the one that comes nearest to what the author wrote. */
function offerName(model: FlowModel, action: ActionNode): Fix[] {
  const words = wordsOf(textOf(action.idNode) ?? '');
  if (!model.jsonc || !action.idNode || words.length === 0) return [];
  const nameable = /^[a-z]/i.test(words[0] ?? '') ? words : ['action', ...words];
  return [{ ...nameFrom(nameable, model, action), preferred: true }];
}

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z0-9_]+/g) ?? [];

function describeWrong(model: FlowModel, text: string | undefined): string {
  if (text === undefined) return `The id of an action is a string with ${idWord(model)}.`;
  return text === '' ? 'An empty string is not an id.' : `The id ${quote(text)} ${describeNotId(model, text)}`;
}

function describeConsequence(model: FlowModel, { scope }: ActionNode, text: string | undefined): string {
  if (scope.owner)
    return `${describeUnreadable(scope.owner)} ${text === '' ? 'Leave the id out.' : `Give it ${idWord(model)}.`}`;
  if (text === undefined) return `The API refuses the whole request with 400. Give it ${idWord(model)}.`;
  const replaced = model.jsonc ? 'a random UUID' : 'a random one';
  return `VoIPbin replaces it with ${replaced} when it saves the flow, so every reference to it leads nowhere. Give it ${idWord(model)}.`;
}
