import { graphOf } from '../../graph/flowGraph';
import { closingEdges, hasWayOut } from '../../graph/loops';
import type { Check } from '../check';
import { listLoops, waitsIn } from './listLoops';
import { sayAction } from './sayAction';

export const endlessLoop: Check = {
  code: 'endless-loop',
  group: 'path',
  severity: 'error',
  title: 'A loop without a way out in which nothing waits',
  doc: `The actions lead back to where they came from, no edge leads out, and none of them takes time: VoIPbin runs through them until it has executed 101 actions, in a moment, and then stops the flow and drops the call.

It is reported where the loop closes. Lead the last reference elsewhere, or put a way out into the loop, a \`branch\` or a condition. A loop that waits, for keys or for the end of a text, is another matter: see \`retry-without-limit\` and \`caller-dropped\`.

Source: \`bin-flow-manager/pkg/activeflowhandler/db.go:288-291\` \`updateNextAction\`.`,
  insteadOf: ['self-target', 'retry-without-limit', 'caller-dropped'],
  *check(model, { flowTrigger }) {
    const graph = graphOf(model, 'documented', flowTrigger);
    for (const loop of listLoops(model, graph)) {
      if (hasWayOut(graph, loop) || waitsIn(model, loop, flowTrigger)) continue;
      const closing = closingEdges(graph, loop).at(-1);
      if (!closing) continue;
      yield {
        at: closing.reference.node,
        message: `This leads back to ${sayAction(closing.to)}, and nothing in the loop waits or leads out. VoIPbin stops the flow after 101 actions and drops the call. Lead it elsewhere, or add a way out.`,
      };
    }
  },
};
