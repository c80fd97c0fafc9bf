import { limits } from '../../catalog/limits';
import { member } from '../../json/node';
import { actionsOfType } from '../../model/listActions';
import type { Check } from '../check';

export const gotoNeverEnds: Check = {
  code: 'goto-never-ends',
  group: 'path',
  severity: 'warning',
  title: 'A goto that jumps until the call is dropped',
  doc: `VoIPbin documents that a \`goto\` jumps \`loop_count\` times and then lets the next action run. Its engine counts down, but never writes the 0: from 1 the counter stays 1, and the jump is taken again and again. The loop ends when the flow has run ${limits.executions.value} actions; then it is stopped and the call is dropped. What stands behind the \`goto\` is never reached.

To repeat something a number of times, write it out, or count yourself: set a variable of your own with \`variable_set\` in each round and test it with \`condition_variable\`. A loop that the caller leaves by a key, through a \`branch\` or a condition inside, ends well and may keep its \`goto\`.

The mistake is the engine's, as of August 2026. \`voipbin.engineQuirks\` turns this family of findings off.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:57-68\` \`actionHandleGotoLoop\`; \`bin-flow-manager/models/action/option.go:302\` \`OptionGoto\` (\`omitempty\`).`,
  engineQuirk: true,
  *check(model) {
    for (const { option } of actionsOfType(model, 'goto')) {
      const count = member(option, 'loop_count');
      // A fraction cannot be read, which stops the flow before.
      if (count?.type !== 'number' || !Number.isInteger(count.value) || (count.value as number) < 1) continue;
      // Without a target the flow stops where it would jump.
      if (!member(option, 'target_id')) continue;
      const times = count.value === 1 ? 'once' : `${count.value} times`;
      yield {
        at: count,
        message: `VoIPbin documents that this jumps ${times} and then goes on. In fact its counter never reaches 0: it jumps until the flow is stopped after ${limits.executions.value} actions and the call is dropped. Leave the loop by a \`branch\` or a condition.`,
      };
    }
  },
};
