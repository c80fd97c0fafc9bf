import { remove } from '../../edit/edit';
import { textOf } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { hasVariable } from '../../model/variableUses';
import { describeUnreadable } from '../../text/describeUnreadable';
import { quote } from '../../text/quote';
import type { Check } from '../check';
import { describeNotId, idOfAction } from './describeNotId';
import { findByText, giveUuidThere } from './giveUuid';
import { moveToJsonc } from './moveToJsonc';

export const nextIdNotUuid: Check = {
  code: 'next-id-not-uuid',
  group: 'action',
  severity: 'error',
  title: 'A `next_id` that is not a UUID',
  doc: `A \`next_id\` that is not a UUID is silently dropped when VoIPbin saves the flow: the next action of the list follows. Variables are not replaced in a \`next_id\`, so \`\${next}\` is dropped too. Inside the \`actions\` of a \`call\` it makes the whole \`call\` unreadable, and the flow stops there.

Put the UUID of an action there. The quick fix gives the intended action a UUID and writes it here.

Source: \`bin-api-manager/server/main.go:45-51\` \`ConvertFlowManagerAction\` (\`uuid.FromStringOrNil\`).`,
  check(model, report) {
    for (const { node, from } of model.references.filter(({ kind, id }) => kind === 'next' && id === undefined)) {
      if (node.type === 'null') continue;
      const text = textOf(node);
      if (text === '' && !from.scope.owner) continue;
      report({
        at: node,
        message: `${describeWrong(model, text)} ${describeConsequence(model, from, text)}`,
        fixes: ({ newId }) => {
          const meant = findByText(model, from, text ?? '');
          const removal = { title: 'Remove `next_id`', edits: remove(model, node) };
          return [
            ...(meant ? giveUuidThere(model, meant, newId) : []),
            removal,
            ...(meant ? moveToJsonc(model, text) : []),
          ];
        },
      });
    }
  },
  fixes: 'unsure',
};

function describeWrong(model: FlowModel, text: string | undefined): string {
  if (text === undefined) return `A \`next_id\` is a string with the ${idOfAction(model)}.`;
  if (text === '') return 'An empty string is not a `next_id`.';
  if (hasVariable(text)) return 'Variables are not replaced in `next_id`.';
  return `The \`next_id\` ${quote(text)} ${describeNotId(model, text)}`;
}

function describeConsequence(model: FlowModel, { scope }: ActionNode, text: string | undefined): string {
  const advice = `Put the ${idOfAction(model)} there`;
  if (scope.owner) return `${describeUnreadable(scope.owner)} ${advice}, or leave it out.`;
  if (text === undefined) return `The API refuses the whole request with 400. ${advice}.`;
  return `VoIPbin drops it silently, and the next action of the list follows. ${advice}.`;
}
