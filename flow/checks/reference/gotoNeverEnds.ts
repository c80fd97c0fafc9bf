import { limits } from '../../catalog/limits';
import { type FlowGraph, graphOf } from '../../graph/flowGraph';
import { findLoops } from '../../graph/loops';
import { member } from '../../json/node';
import type { ActionNode, FlowModel, Scope } from '../../model/flowModel';
import type { Check } from '../check';
import { isTargetRead } from './isTargetRead';

export const gotoNeverEnds: Check = {
  code: 'goto-never-ends',
  group: 'path',
  severity: 'warning',
  title: 'A goto that jumps until the call is dropped',
  doc: `VoIPbin documents that a \`goto\` jumps \`loop_count\` times and then lets the next action run. Its engine counts down but never stores the 0: the counter stays at 1, and the \`goto\` jumps again and again. After ${limits.executions.value} actions VoIPbin stops the flow and drops the call. The actions after the \`goto\` never run.

To repeat something, write the actions several times, or count: set your own variable with \`variable_set\` in each round and test it with \`condition_variable\`. A loop that the caller leaves with a key, through a \`branch\` or a condition, may keep its \`goto\`.

Nothing is reported where no way leads from the target back to the \`goto\`: it jumps once. A target that does not exist is reported separately.

This is an error of the engine, as of August 2026. The setting \`voipbin.engineQuirks\` turns such findings off.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:57-68\` \`actionHandleGotoLoop\`; \`bin-flow-manager/models/action/option.go:302\` \`OptionGoto\` (\`omitempty\`).`,
  engineQuirk: true,
  types: ({ type }) => type === 'goto',
  check(model, report, { flowTrigger }, { actions }) {
    let comesBack: ((action: ActionNode) => boolean) | undefined;
    for (const action of actions) {
      const { option } = action;
      const count = member(option, 'loop_count');
      // A fraction cannot be read, which stops the flow before.
      if (count?.type !== 'number' || !Number.isInteger(count.value) || (count.value as number) < 1) continue;
      // Without a target the flow stops where it would jump.
      const target = member(option, 'target_id');
      if (!target) continue;
      comesBack ??= loopsWithGoto(model, graphOf(model, 'observed', flowTrigger));
      if (!comesBack(action)) continue;
      // As it is, the flow stops at such a target: another finding says so.
      const jumps = isTargetRead(target, action) ? 'It jumps' : 'With a valid target it would jump';
      const times = count.value === 1 ? 'once' : `${count.value} times`;
      report({
        at: count,
        message: `VoIPbin documents that this jumps ${times} and then continues. In fact its counter never reaches 0. ${jumps} until the engine stops the flow after ${limits.executions.value} actions and drops the call. Leave the loop with a \`branch\` or a condition.`,
      });
    }
  },
};

/** Whether a call can come to a `goto` again from its target; also where only the running system knows, and where no call comes at all. */
function loopsWithGoto(model: FlowModel, graph: FlowGraph): (action: ActionNode) => boolean {
  const looped = new Set(findLoops(graph).flatMap((loop) => [...loop]));
  const open = new Set<Scope>();
  for (const action of model.actions) if (graph.from(action).some((edge) => edge.open)) open.add(action.scope);
  return (action) =>
    looped.has(action) || action.scope.fragment || open.has(action.scope) || !graph.isReachable(action);
}
