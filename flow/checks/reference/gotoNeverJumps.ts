import type { Field } from '../../catalog/field';
import { reservedIds } from '../../catalog/reservedIds';
import { insertMember, replaceValue } from '../../edit/edit';
import { hasKey, type JsonNode, member, textOf } from '../../json/node';
import { readActionId } from '../../model/actionName';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { nilUuid } from '../../model/uuid';
import type { Check, Fix, FixContext } from '../check';
import { countedJump } from './countedJump';
import { isTargetRead } from './isTargetRead';

const option = 'loop_count';

export const gotoNeverJumps: Check = {
  code: 'goto-never-jumps',
  group: 'path',
  severity: 'error',
  title: 'A goto that never jumps',
  doc: `VoIPbin documents that a \`goto\` without \`loop_count\` always jumps. Its engine never does: without a \`loop_count\`, with 0 and with a negative number the next action runs. A menu that should start over ends instead.

To jump always, use \`next_id\`: it works on every action except \`branch\`, even on a \`goto\` that does not jump. The first quick fix adds it. To jump a number of times, count in a variable, as the second quick fix does. With a \`loop_count\` the \`goto\` jumps until the call is dropped (\`goto-never-ends\`).

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:627-630\` \`actionHandleGoto\`.`,
  engineQuirk: true,
  types: ({ type }) => type === 'goto',
  check(model, report, _context, { actions }) {
    for (const action of actions) {
      if (action.optionNode && !action.option && action.optionNode.type !== 'null') continue;
      const count = member(action.option, option);
      if (leadsThereAnyway(action)) continue;
      const said = isTargetRead(member(action.option, 'target_id'), action) ? saidOfRead : saidOfUnread;
      const fixes = ({ newId }: FixContext) => listFixes(model, action, newId);
      if (count?.type === 'number') {
        if ((count.value as number) > 0) continue;
        report({ at: count, message: `With a \`loop_count\` of ${count.value} ${said}`, fixes });
      } else if (count ? count.type === 'null' : !hasKey(action.option, option) && !hasKey(action.node, option)) {
        report({
          at: count ?? action.optionNode ?? action.node,
          missing: option,
          message: `Without \`loop_count\` ${said}`,
          fixes,
        });
      }
    }
  },
  fixes: 'unsure',
};

const remedy =
  'VoIPbin documents that it always jumps. Write the target as `next_id` to always jump, or count the rounds in a variable.';
const saidOfRead = `this \`goto\` never jumps: the next action runs. ${remedy}`;
/** As it is, the flow stops at the target: another finding says so. */
const saidOfUnread = `this \`goto\` would not jump to a valid target either: the next action would run. ${remedy}`;

/** A `loop_count` is none of them: with one the `goto` never ends. */
function listFixes(model: FlowModel, action: ActionNode, newId: () => string): Fix[] {
  const target = textOf(member(action.option, 'target_id'));
  const id = target === undefined ? undefined : readActionId(target, action.scope.names);
  if (target === undefined || !isReachable(action, id)) return [];
  const fixes = countedJump(model, action, target, newId);
  // It would run again and again, and nothing else.
  if (id === action.id) return fixes;
  const edits = action.nextNode
    ? replaceValue(model, action.nextNode, target)
    : insertMember(model, action.node, 'next_id', target);
  return [{ title: 'Always jump: add `next_id`', edits }, ...fixes];
}

/** Whether a field is the count of a `goto`: what it must not be is judged here, with a `next_id` that makes up for it. */
export const isJumpCount = (action: ActionNode | undefined, { name }: Field) =>
  name === option && action?.type === 'goto';

/** Whether a `next_id` would lead there; of a single action it is unknown. */
function isReachable({ scope }: ActionNode, id: string | undefined): boolean {
  if (id === undefined || id === nilUuid) return false;
  return scope.fragment || scope.byId.has(id) || reservedIds.get(id)?.asNextId.works === true;
}

/** What does not jump goes on by its `next_id`, and that leads to the target. */
function leadsThereAnyway({ nextNode, option: object, scope }: ActionNode): boolean {
  const read = (node: JsonNode | undefined) => readActionId(textOf(node) ?? '', scope.names);
  const next = read(nextNode);
  return next !== undefined && next === read(member(object, 'target_id'));
}
