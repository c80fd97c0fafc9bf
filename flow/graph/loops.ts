import type { ActionNode, Reference } from '../model/flowModel';
import { componentsOf } from './componentsOf';
import type { Edge } from './edge';
import type { FlowGraph } from './flowGraph';

/** Actions each of which leads to each other one, so that a call can go round and round in them. */
export type Loop = ReadonlySet<ActionNode>;

/** The loops that calls can come into, by the edges that are asked for; loops within a loop are part of it. */
export function findLoops(
  graph: FlowGraph,
  follows: (edge: Edge) => boolean = () => true,
  roots: Iterable<ActionNode> = graph.actions,
): Loop[] {
  // Most flows go forward only, or back to one menu, and need no more than a look at that.
  const range = rangeOfLoops(graph, follows, roots);
  if (!range) return [];
  const { actions } = graph;
  const isWithin = ({ number }: ActionNode) => number >= range.first && number <= range.last;
  // By the numbers of the actions.
  const next = actions.slice(0, range.last + 1).map((action): number[] => {
    if (action.number < range.first) return none;
    const targets: number[] = [];
    for (const edge of graph.from(action)) {
      if (edge.to && isWithin(edge.to) && follows(edge)) targets.push(edge.to.number);
    }
    return targets;
  });
  const starts: number[] = [];
  for (const root of roots) if (isWithin(root) && graph.isReachable(root)) starts.push(root.number);
  return componentsOf(next, starts).flatMap((members) => {
    const [first = 0] = members;
    const isLoop = members.length > 1 || next[first]?.includes(first);
    return isLoop ? [new Set(members.map((member) => actions[member] as ActionNode))] : [];
  });
}

const none: number[] = [];

/**
 * Between which of some actions, by their numbers, all loops lie. Undefined where no edge leads back in the list, or to its own action: no loop is without one. The
 * first action of a loop is where such an edge leads, and its last one where such an edge begins.
 */
function rangeOfLoops(graph: FlowGraph, follows: (edge: Edge) => boolean, actions: Iterable<ActionNode>) {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const action of actions) {
    if (!graph.isReachable(action)) continue;
    for (const edge of graph.from(action)) {
      if (!edge.to || edge.to.number > action.number || !follows(edge)) continue;
      if (edge.to.number < first) first = edge.to.number;
      if (action.number > last) last = action.number;
    }
  }
  return last < 0 ? undefined : { first, last };
}

/** An edge that a value in the text makes. */
export type NamedEdge = Edge & { readonly reference: Reference; readonly to: ActionNode };

/** The edges of a loop that lead back in the list, or to the action itself, because a value says so: in order of the text. */
export function closingEdges(graph: FlowGraph, loop: Loop): NamedEdge[] {
  const closing = [...loop].flatMap((action) =>
    graph.from(action).filter((edge) => isNamed(edge) && loop.has(edge.to) && edge.to.order <= action.order),
  ) as NamedEdge[];
  return closing.sort((a, b) => a.reference.node.offset - b.reference.node.offset);
}

export function isNamed(edge: Edge): edge is NamedEdge {
  return edge.reference !== undefined && edge.to !== undefined;
}

/** Whether some edge leads out of a loop. */
export function hasWayOut(graph: FlowGraph, loop: Loop): boolean {
  for (const action of loop) if (graph.from(action).some(({ to }) => !to || !loop.has(to))) return true;
  return false;
}
