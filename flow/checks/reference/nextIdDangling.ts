import { reservedIds } from '../../catalog/reservedIds';
import { remove } from '../../edit/edit';
import { isActionName } from '../../model/actionName';
import type { FlowModel } from '../../model/flowModel';
import { actionLabel } from '../../text/actionLabel';
import type { Check } from '../check';
import { describePlainId } from './describePlainId';
import { type DanglingReference, describeMissing, findElsewhere, listDangling } from './listTargets';
import { offerNearest } from './offerTargets';

export const nextIdDangling: Check = {
  code: 'next-id-dangling',
  group: 'target',
  severity: 'warning',
  title: 'A `next_id` that leads nowhere',
  doc: `No action of the list has this id. The flow ends after the action, and VoIPbin hangs up the call. There is no error, just as at the end of the list. The same happens with \`…0003\`, which means nothing as a \`next_id\`. It also happens with the id of an action in another flow, such as that of a \`call\`.

Write the id of an action in this list, or remove the key: then the next action of the list follows. To end the flow, write \`00000000-0000-0000-0000-000000000002\`.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:123-132\` \`GetNextAction\`.`,
  check(model, report) {
    for (const reference of listDangling(model)) {
      if (!leadsNowhere(reference)) continue;
      report({
        at: reference.node,
        message:
          describePlainId(model, reference) ??
          `${describeWrong(model, reference)} Write the ${isActionName(reference.id) ? 'name' : 'id'} of an action in this list, or remove it.`,
        fixes: () => [
          ...offerNearest(model, reference),
          { title: 'Remove `next_id`', edits: remove(model, reference.node) },
        ],
      });
    }
  },
  fixes: 'unsure',
};

function leadsNowhere({ kind, from, id }: DanglingReference): boolean {
  // What ends the flow has no next action, with or without this key.
  if (kind !== 'next' || from.definition?.successor === 'terminate') return false;
  return reservedIds.get(id)?.asNextId.works !== true;
}

function describeWrong(model: FlowModel, reference: DanglingReference): string {
  const { id } = reference;
  const reserved = reservedIds.get(id);
  if (reserved) return reserved.asNextId.doc;
  const ends = 'the flow ends after this action, and VoIPbin hangs up the call.';
  const other = findElsewhere(model, reference, id);
  return other ? `${actionLabel(other)} is part of another flow: ${ends}` : `No action ${describeMissing(id)}: ${ends}`;
}
