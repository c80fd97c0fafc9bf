import { remove } from '../../edit/edit';
import { isUnusedNext } from '../../graph/unusedNext';
import { textOf } from '../../json/node';
import { nilUuid } from '../../model/uuid';
import type { Check } from '../check';

export const nextIdUnused: Check = {
  code: 'next-id-unused',
  group: 'target',
  severity: 'information',
  title: 'A `next_id` that is never used',
  doc: `A \`branch\` always jumps: to the case that fits, or to \`default_target_id\`. VoIPbin never reads its \`next_id\`, not even when no case fits and there is no default: then the flow stops.

Write the id as \`default_target_id\`, or remove it.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:842-852\` \`actionHandleBranch\`.`,
  tags: ['unnecessary'],
  insteadOf: ['next-id-dangling', 'next-id-not-uuid'],
  check(model, report) {
    for (const { from, node, id } of model.references.filter(isUnusedNext)) {
      if (id === nilUuid || !textOf(node)) continue;
      // Inside a `call` an id that cannot be read does harm, used or not.
      if (id === undefined && from.scope.owner) continue;
      report({
        at: node,
        message: `A \`${from.type}\` always jumps, so its \`next_id\` is never used. Write it as \`default_target_id\`, or remove it.`,
        fixes: () => [{ title: 'Remove `next_id`', edits: remove(model, node), preferred: true }],
      });
    }
  },
  fixes: 'sure',
};
