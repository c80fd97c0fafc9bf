import { graphOf } from '../../graph/flowGraph';
import { closingEdges, hasWayOut } from '../../graph/loops';
import { triggerOf } from '../../model/trigger';
import { alsoDropped } from '../alsoDropped';
import type { Check } from '../check';
import { describeAction } from './describeAction';
import { listLoops, waitsIn } from './listLoops';

export const endlessLoop: Check = {
  code: 'endless-loop',
  group: 'path',
  severity: 'error',
  title: 'A loop without a way out or a wait',
  doc: `The actions lead back to where they came from, no way leads out, and none of them takes time. VoIPbin executes 101 actions in a moment, then stops the flow and drops the call.

The check reports where the loop closes. Let the last reference lead elsewhere, or add a way out, such as a \`branch\` or a condition. For a loop that waits for keys or speaks a text see \`retry-without-limit\` and \`caller-dropped\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/db.go:288-291\` \`updateNextAction\`.`,
  insteadOf: ['self-target', 'retry-without-limit', 'caller-dropped'],
  check(model, report, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const loop of listLoops(model, graph)) {
      if (hasWayOut(graph, loop) || waitsIn(model, loop, flowTrigger)) continue;
      const closing = closingEdges(graph, loop).at(-1);
      if (!closing) continue;
      report({
        at: closing.reference.node,
        message: `This leads back to ${describeAction(closing.to)}, and nothing in the loop waits or leads out. VoIPbin stops the flow after 101 actions${alsoDropped(triggerOf(model, closing.from.scope, flowTrigger))}. Lead it elsewhere, or add a way out.`,
      });
    }
  },
};
