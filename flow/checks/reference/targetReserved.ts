import { finishId, reservedIds } from '../../catalog/reservedIds';
import { remove, replaceValue } from '../../edit/edit';
import type { FlowModel, Reference } from '../../model/flowModel';
import { nilUuid } from '../../model/uuid';
import { idOf } from '../../refactor/idOf';
import type { Check, Fix } from '../check';
import { listTargets } from './listTargets';
import { leadToNew } from './offerTargets';

export const targetReserved: Check = {
  code: 'target-reserved',
  group: 'target',
  severity: 'error',
  title: 'A jump to a reserved id that leads nowhere',
  doc: `Of the reserved ids only \`00000000-0000-0000-0000-000000000001\`, the first action, works as a jump target. \`…0000\` is not an action. VoIPbin looks for \`…0002\` (finish) and \`…0003\` (next) like any other id and does not find them. When it takes the jump, it stops the flow and drops the call.

To end the flow, jump to a \`stop\` or a \`hangup\`, or write \`…0002\` as \`next_id\`, where it works. To continue with the next action, jump to it by its id.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:32-77\` \`GetAction\`.`,
  check(model, report) {
    for (const reference of listTargets(model).filter(({ id }) => id !== undefined && reservedIds.has(id))) {
      const { id, from, node } = reference;
      const use = id === undefined ? undefined : reservedIds.get(id)?.asTarget;
      // An action that has the id is found, and has a finding of its own.
      if (id === undefined || !use || use.works || from.scope.byId.has(id)) continue;
      const { advice, fixes } = meantBy(id);
      report({
        at: node,
        message: `${use.doc} ${advice}`,
        fixes: ({ newId }) => (from.scope.fragment ? [] : fixes(model, reference, newId)),
      });
    }
  },
  fixes: 'unsure',
};

/** What the author of a reserved id can write instead. */
interface Meant {
  readonly advice: string;
  readonly fixes: (model: FlowModel, reference: Reference, newId: () => string) => Fix[];
}

const anAction: Meant = {
  advice: 'Write the id of an action.',
  fixes: (model, { kind, node }) => (kind === 'case' ? [{ title: 'Remove the case', edits: remove(model, node) }] : []),
};
const theEnd: Meant = {
  advice: 'To end the flow, jump to a `stop` or write this id as `next_id`.',
  fixes: endHere,
};
const theNext: Meant = { advice: 'Jump to the next action by its own id.', fixes: goOn };

function meantBy(id: string): Meant {
  if (id === finishId) return theEnd;
  return id === nilUuid ? anAction : theNext;
}

function endHere(model: FlowModel, reference: Reference, newId: () => string): Fix[] {
  const { from, node } = reference;
  const end = from.scope.actions.find((action) => action.type === 'stop' && action.id !== undefined);
  if (end?.id !== undefined) return [{ title: 'Jump to the `stop`', edits: replaceValue(model, node, end.id) }];
  return [{ title: 'Jump to a new `stop` at the end', edits: leadToNew(model, reference, 'stop', newId) }];
}

function goOn(model: FlowModel, { from, node }: Reference, newId: () => string): Fix[] {
  const next = from.scope.actions[from.order + 1];
  if (!next) return [];
  const { id, edits } = idOf(model, next, newId);
  return [{ title: 'Jump to the next action', edits: [...replaceValue(model, node, id), ...edits] }];
}
