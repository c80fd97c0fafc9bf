import { addTo } from '../collections/addTo';
import type { ActionNode, Scope } from '../model/flowModel';
import type { Edge } from './edge';
import { isSkipped, type Meaning } from './edgesFrom';
import type { FlowGraph } from './flowGraph';
import { costOf } from './step';

/** How soon an action can run. */
export interface Distance {
  /** Executed actions until it has begun, itself included. */
  readonly used: number;
  /** The last edge of that way; undefined for the first action. */
  readonly by: Edge | undefined;
}

/**
 * The way on which each action of a list is reached with the fewest executed actions.
 *
 * What only the running system knows can lead to any action with an id, so such an action is as near as that. Linear in the edges: no action
 * costs more than two executions, so that a queue of each is enough.
 */
export function distancesIn(graph: FlowGraph, scope: Scope, meaning: Meaning): ReadonlyMap<ActionNode, Distance> {
  const found = new Map<ActionNode, Distance>();
  const queues: Map<number, [ActionNode, Edge | undefined][]> = new Map();
  const [first] = scope.actions;
  if (first) addTo(queues, 1, [first, undefined]);
  let opened = false;
  for (let used = 1; queues.size > 0; used++) {
    for (const [action, by] of queues.get(used) ?? []) {
      if (found.has(action)) continue;
      found.set(action, { used, by });
      const next = used + (isSkipped(action, meaning) ? 1 : costOf(action));
      for (const edge of graph.from(action)) {
        if (edge.to) addTo(queues, next, [edge.to, edge]);
        else if (edge.open && !opened) {
          opened = true;
          for (const [actionNode] of scope.byId.values()) if (actionNode) addTo(queues, next, [actionNode, edge]);
        }
      }
    }
    queues.delete(used);
  }
  return found;
}

/** The edges of the shortest way to an action, first to last. */
export function wayTo(distances: ReadonlyMap<ActionNode, Distance>, action: ActionNode): Edge[] {
  const way: Edge[] = [];
  for (let edge = distances.get(action)?.by; edge; edge = distances.get(edge.from)?.by) way.push(edge);
  return way.reverse();
}
