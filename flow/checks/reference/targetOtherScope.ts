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
  doc: `The \`actions\` of a \`call\` are a separate flow, which the new call runs. No jump can lead from one flow into the other. The target exists, but VoIPbin does not find it: when it takes the jump, it stops the flow and drops the call.

Let the jump lead to an action of the same list. Put actions that both flows need into both, or into a stored flow that both fetch with \`fetch_flow\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:917-928\` \`actionHandleCall\`; \`bin-flow-manager/pkg/stackmaphandler/action.go:32-77\`.`,
  check(model, report) {
    if (model.scopes.length < 2) return;
    for (const reference of listDangling(model)) {
      const { kind, id } = reference;
      if (kind === 'next' || reservedIds.has(id)) continue;
      const other = findElsewhere(model, reference, id);
      if (!other?.idNode) continue;
      const where = other.scope.owner ? 'in the flow of a `call`' : 'in the flow outside this `call`';
      report({
        at: reference.node,
        message: `${actionLabel(other)} is ${where}, where no jump can lead. VoIPbin stops the flow when it takes this jump. Choose an action of the same list.`,
        related: [{ at: other.idNode, message: 'This action is part of another flow.' }],
        fixes: ({ newId }) => [
          { title: 'Lead to a new `hangup` in this list', edits: leadToNew(model, reference, 'hangup', newId) },
        ],
      });
    }
  },
  fixes: 'unsure',
};
