import { remove } from '../../edit/edit';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { namedNext } from '../../refactor/nextOf';
import type { Check } from '../check';

export const noopType: Check = {
  code: 'noop-type',
  group: 'action',
  severity: 'warning',
  title: 'A type that does nothing',
  doc: `VoIPbin documents and accepts \`mute\` and \`transcribe_stop\` but has not implemented them. It skips the action silently and runs the next one.

Remove the action. The message names the replacement.

Source: \`bin-call-manager/pkg/callhandler/action.go:138-149\` \`actionExecute\` has no case for either.`,
  engineQuirk: true,
  types: ({ noop }) => noop !== undefined,
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      const { definition, typeNode } = action;
      if (!definition.noop || !typeNode) continue;
      const { documented, observed } = definition.noop;
      report({
        at: typeNode,
        message: `\`${definition.type}\` does nothing. VoIPbin documents: ${documented} In fact: ${observed} Remove it.`,
        fixes: () =>
          isRemovable(model, action)
            ? [{ title: `Remove the \`${action.type}\``, edits: remove(model, action.node) }]
            : [],
      });
    }
  },
  fixes: 'unsure',
};

/** Nothing leads to the action by its id, and it leads nowhere by `next_id`. */
function isRemovable(model: FlowModel, action: ActionNode): boolean {
  const { id, scope } = action;
  if (scope.fragment || namedNext(action)) return false;
  return (
    id === undefined || !model.references.some((reference) => reference.id === id && reference.from.scope === scope)
  );
}
