import { limits } from '../../catalog/limits';
import { reservedIds } from '../../catalog/reservedIds';
import { replaceValue } from '../../edit/edit';
import { actionLabel } from '../../text/actionLabel';
import type { Check } from '../check';

export const duplicateId: Check = {
  code: 'duplicate-id',
  group: 'action',
  severity: 'error',
  title: 'Two actions with one id',
  doc: `An id belongs to one action of a list. It is often two when an action was copied.

VoIPbin finds an action by its id, and always the first one. When it is the turn of the second, the first runs instead: the flow jumps back there, runs what follows it, comes to the second again, and so on until it is stopped after ${limits.executions.value} actions. The second one and what stands behind it are never reached.

The quick fix gives the later action a new UUID. References go on to lead to the first one, as they did before. The same id in the \`actions\` of a \`call\` is no duplicate: these are a flow of their own. Case and braces make no difference.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:14-27,115-144\` \`GetNextAction\`.`,
  *check(model) {
    for (const scope of model.scopes) {
      if (scope.byId.size === scope.actions.length) continue;
      for (const [id, same] of scope.byId) {
        if (same.length < 2 || reservedIds.has(id)) continue;
        const [first, ...later] = same;
        if (!first?.idNode) continue;
        const label = actionLabel(first);
        for (const { idNode } of later) {
          if (!idNode) continue;
          yield {
            at: idNode,
            message: `Another action bears this id: ${label}. VoIPbin always runs that one, so this action is never reached and what stands before it runs again and again. Give it a new UUID.`,
            related: [{ at: first.idNode, message: 'This action has the id, too, and runs in its place.' }],
            fixes: ({ newId }) => [
              { title: 'Give it a new UUID', edits: replaceValue(model, idNode, newId()), preferred: true },
            ],
          };
        }
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Give all copies a new UUID',
};
