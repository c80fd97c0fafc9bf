import {
  type ActionNode,
  costOf,
  type FlowGraph,
  type FlowModel,
  graphOf,
  limits,
  listRounds,
  perModel,
} from '../../../flow';
import type { Hint } from './hint';

/** How often a call can go round in each loop, at the value that leads back: a run executes a fixed number of actions. */
export const loopHints = perModel((model: FlowModel): readonly Hint[] => {
  const graph = graphOf(model, 'observed');
  return listRounds(graph).flatMap(({ loop, closing }) =>
    loop.size > largest
      ? []
      : closing.flatMap((edge): Hint[] => {
          const cost = shortestRound(graph, edge.to, edge.from, loop);
          if (cost === undefined) return [];
          const rounds = Math.floor(limits.executions.value / cost);
          return [
            {
              offset: edge.reference.node.end,
              label: `↺ at most ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`,
              tooltip: `A round executes at least ${cost} ${cost === 1 ? 'action' : 'actions'}, and a run executes at most ${limits.executions.value}. Then VoIPbin drops the call.`,
            },
          ];
        }),
  );
});

/** In a larger mesh of actions, rounds mean nothing to a reader. */
const largest = 60;

/** The fewest executed actions from one action of a loop to another, both included. */
function shortestRound(graph: FlowGraph, start: ActionNode, end: ActionNode, loop: ReadonlySet<ActionNode>) {
  const costs = new Map([[start, costOf(start)]]);
  const waiting = [start];
  // Costs are 1 or 2, so that few are looked at twice.
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const cost = costs.get(at) ?? 0;
    for (const { to } of graph.from(at)) {
      if (!to || !loop.has(to)) continue;
      const next = cost + costOf(to);
      if (next >= (costs.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(to, next);
      waiting.push(to);
    }
  }
  return costs.get(end);
}
