import { remove } from '../../edit/edit';
import { textOf } from '../../json/node';
import type { ActionNode } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';
import { quote } from '../../text/quote';
import { sayUnreadable } from '../../text/sayUnreadable';
import type { Check } from '../check';
import { findByText, giveUuidThere } from './giveUuid';

export const nextIdNotUuid: Check = {
  code: 'next-id-not-uuid',
  group: 'action',
  severity: 'error',
  title: 'A `next_id` that is no UUID',
  doc: `A \`next_id\` that is no UUID is dropped when the flow is saved, without a word: the next action of the list follows, as if the key were not there. Variables are not replaced in a \`next_id\`, so \`\${next}\` is dropped too. Inside the \`actions\` of a \`call\` it makes the whole \`call\` unreadable, and the flow stops on it.

Put the UUID of an action there. The quick fix gives the action that is meant a UUID and writes it here, too.

Source: \`bin-api-manager/server/main.go:45-51\` \`ConvertFlowManagerAction\` (\`uuid.FromStringOrNil\`).`,
  *check(model) {
    for (const { node, from } of model.references.filter(({ kind, id }) => kind === 'next' && id === undefined)) {
      if (node.type === 'null') continue;
      const text = textOf(node);
      if (text === '' && !from.scope.owner) continue;
      yield {
        at: node,
        message: `${sayWrong(text)} ${sayConsequence(from, text)}`,
        fixes: ({ newId }) => {
          const meant = findByText(model, from, text ?? '');
          const removal = { title: 'Remove `next_id`', edits: remove(model, node) };
          return [...(meant ? giveUuidThere(model, meant, newId) : []), removal];
        },
      };
    }
  },
  fixes: 'unsure',
};

function sayWrong(text: string | undefined): string {
  if (text === undefined) return 'A `next_id` is a text with the UUID of an action.';
  if (text === '') return 'An empty text is no `next_id`.';
  return hasVariable(text) ? 'Variables are not replaced in `next_id`.' : `The \`next_id\` ${quote(text)} is no UUID.`;
}

function sayConsequence({ scope }: ActionNode, text: string | undefined): string {
  if (scope.owner) return `${sayUnreadable(scope.owner)} Put the UUID of an action there, or leave it out.`;
  if (text === undefined) return 'The API refuses the whole request with 400. Put the UUID of an action there.';
  return 'VoIPbin drops it without a word, and the next action of the list follows. Put the UUID of an action there.';
}
