import { finishId, reservedIds } from '../../catalog/reservedIds';
import { replaceValue } from '../../edit/edit';
import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { freshId } from '../../refactor/freshId';
import type { Check, Fix } from '../check';

export const reservedId: Check = {
  code: 'reserved-id',
  group: 'action',
  severity: 'error',
  title: 'An action with a reserved id',
  doc: `VoIPbin reserves three ids: \`00000000-0000-0000-0000-000000000001\` is the first action, \`…0002\` the end of the flow, and \`…0003\` means nothing yet. A \`next_id\` can be either of the first two, and a jump can lead to the first. An action must not have any of them: with \`…0001\` the flow starts over endlessly, with \`…0002\` it ends when it reaches the action.

The quick fix gives the action a new UUID and changes its references too. A \`next_id\` of \`…0002\` stays: it ends the flow on purpose.

Source: \`bin-flow-manager/models/action/action.go\` \`IDStart\`, \`IDFinish\`, \`IDNext\`; \`bin-flow-manager/pkg/activeflowhandler/execute.go:99-103\`.`,
  check(model, report) {
    for (const { byId } of model.scopes) {
      for (const [id, reserved] of reservedIds) {
        for (const action of byId.get(id) ?? []) {
          const { idNode } = action;
          if (!idNode) continue;
          const message = `VoIPbin reserves this id. ${reserved.asActionId.doc} Give it a new UUID.`;
          report({ at: idNode, message, fixes: ({ newId }) => [giveId(model, action, idNode, newId)] });
        }
      }
    }
  },
  fixes: 'sure',
};

/** Of several actions with the id the first takes the references along. */
function giveId(model: FlowModel, action: ActionNode, idNode: JsonNode, newId: () => string): Fix {
  const { id, scope } = action;
  const first = scope.byId.get(id ?? '')?.[0] === action;
  const references = model.references.filter(
    (reference) =>
      first && reference.id === id && reference.from.scope === scope && !(reference.kind === 'next' && id === finishId),
  );
  const fresh = freshId(model, action, newId);
  const places = [idNode, ...references.map((other) => other.node)];
  return {
    title: 'Give it a new UUID',
    edits: places.flatMap((node) => replaceValue(model, node, fresh)),
    preferred: true,
  };
}
