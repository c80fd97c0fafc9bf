import { reservedIds } from '../../catalog/reservedIds';
import { actionLabel } from '../../text/actionLabel';
import type { Check } from '../check';
import { findElsewhere, listDangling } from './listTargets';
import { leadToNew } from './offerTargets';

export const targetOtherScope: Check = {
  code: 'target-other-scope',
  group: 'target',
  severity: 'error',
  title: 'A jump into another flow',
  doc: `The \`actions\` of a \`call\` are not a part of the flow around them: the new call runs them as a flow of its own. No jump leads from one into the other, in either direction. The target is there, but VoIPbin does not find it: when the jump is taken, the flow stops and the call is dropped.

Lead the jump to an action of the same list; what both flows need has to stand in both, or in a stored flow that both fetch with \`fetch_flow\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`; \`bin-flow-manager/pkg/stackmaphandler/action.go:32-77\`.`,
  *check(model) {
    if (model.scopes.length < 2) return;
    for (const reference of listDangling(model)) {
      const { kind, id } = reference;
      if (kind === 'next' || reservedIds.has(id)) continue;
      const other = findElsewhere(model, reference, id);
      if (!other?.idNode) continue;
      const where = other.scope.owner ? 'in the flow of a `call`' : 'in the flow outside of this `call`';
      yield {
        at: reference.node,
        message: `${actionLabel(other)} is ${where}, where no jump leads: the flow stops when this one is taken. Lead it to an action of the same list.`,
        related: [{ at: other.idNode, message: 'This action is part of another flow.' }],
        fixes: ({ newId }) => [
          { title: 'Lead to a new `hangup` in this list', edits: leadToNew(model, reference, 'hangup', newId()) },
        ],
      };
    }
  },
  fixes: 'unsure',
};
