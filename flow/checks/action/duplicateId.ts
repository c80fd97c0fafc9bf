import { limits } from '../../catalog/limits';
import { reservedIds } from '../../catalog/reservedIds';
import { replaceValue } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { actionOfPlainId } from '../../plain/actionOfPlainId';
import { freshId } from '../../refactor/freshId';
import { actionLabel, unnamedLabel } from '../../text/actionLabel';
import type { Check, Report } from '../check';

export const duplicateId: Check = {
  code: 'duplicate-id',
  group: 'action',
  severity: 'error',
  title: 'Two actions with one id',
  doc: `Each action of a list needs its own id. Copied actions often have the same id.

VoIPbin finds an action by its id, and always takes the first one. When the second should run, the first runs instead: the flow jumps back and reaches the second again. This repeats until the engine stops the flow after ${limits.executions.value} actions. The second action and those after it never run.

The quick fix gives the later action a new UUID. References still lead to the first one. Rename (F2) on an id changes that action only, and takes the references along only from the first one. The same id in the \`actions\` of a \`call\` is not a duplicate: they are a separate flow. Case and braces make no difference. In a \`*.flow.jsonc\` the UUID that VoIPbin gets for the name of another action is a duplicate too.

Source: \`bin-flow-manager/pkg/stackmaphandler/action.go:14-27,115-144\` \`GetNextAction\`.`,
  check(model, report) {
    reportPlainDuplicates(model, report);
    for (const scope of model.scopes) {
      if (scope.byId.size === scope.actions.length) continue;
      for (const [id, same] of scope.byId) {
        if (same.length < 2 || reservedIds.has(id)) continue;
        const [first, ...later] = same;
        if (!first?.idNode) continue;
        const { label, said, advice } = wordsFor(first);
        for (const copy of later) {
          const { idNode } = copy;
          if (!idNode) continue;
          report({
            at: idNode,
            message: `${said}: ${label}. VoIPbin always runs that one. This action never runs, and the actions before it repeat. ${advice}.`,
            related: [
              {
                at: first.idNode,
                message: `This action has the same ${first.name === undefined ? 'id' : 'name'} and runs in its place.`,
              },
            ],
            fixes: ({ newId }) => [
              { title: advice, edits: replaceValue(model, idNode, freshId(model, copy, newId)), preferred: true },
            ],
          });
        }
      }
    }
  },
  fixes: 'sure',
  fixAll: 'Give every copy a new id',
};

/** Ids that are the UUIDs of names: as VoIPbin gets the list, two actions have them. */
function reportPlainDuplicates(model: FlowModel, report: Report): void {
  if (!model.jsonc) return;
  for (const action of model.actions.filter(({ id, name }) => id !== undefined && name === undefined)) {
    const { idNode, scope, id = '' } = action;
    const named = actionOfPlainId(model, scope, id);
    if (!idNode || !named?.idNode) continue;
    report({
      at: idNode,
      message: `VoIPbin gets this UUID for the name of another action too: ${actionLabel(named)}. It always runs the first of the two. Give this action a new UUID.`,
      related: [{ at: named.idNode, message: 'VoIPbin gets the UUID for this name.' }],
      fixes: ({ newId }) => [
        {
          title: 'Give it a new UUID',
          edits: replaceValue(model, idNode, freshId(model, action, newId)),
          preferred: true,
        },
      ],
    });
  }
}

function wordsFor(first: ActionNode) {
  return first.name === undefined
    ? { label: actionLabel(first), said: 'Another action has this id', advice: 'Give it a new UUID' }
    : { label: unnamedLabel(first, 40), said: 'Another action has this name', advice: 'Give it another name' };
}
