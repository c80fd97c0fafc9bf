import type { ActionNode, Reference } from '../model/flowModel';
import type { Edge } from './edge';
import type { FlowGraph } from './flowGraph';

/** Actions each of which leads to each other one, so that a call can go round and round in them. */
export type Loop = ReadonlySet<ActionNode>;

/**
 * The loops that calls can come into, by the edges that are asked for; loops within a loop are part of it.
 *
 * Tarjan's strongly connected components, without recursion: linear in the edges.
 */
export function findLoops(
  graph: FlowGraph,
  follows: (edge: Edge) => boolean = () => true,
  roots: Iterable<ActionNode> = graph.actions,
): Loop[] {
  const loops: Loop[] = [];
  // Most flows go forward only, or back to one menu, and need no more than a look at that.
  const range = rangeOfLoops(graph, follows, roots);
  if (!range) return loops;
  const isWithin = ({ number }: ActionNode) => number >= range.first && number <= range.last;
  const zeros = (): number[] => new Array(range.last + 1).fill(0);
  // By the numbers of the actions; of those that were entered the turn is at least 1. Plain arrays: typed ones take longer to make than most flows to look through.
  const turns = zeros();
  const lows = zeros();
  const isOpen: boolean[] = [];
  /** How many of an action's edges were looked at. */
  const looked = zeros();
  const open: ActionNode[] = [];
  const path: ActionNode[] = [];
  let entered = 0;
  const enter = (action: ActionNode) => {
    entered++;
    turns[action.number] = entered;
    lows[action.number] = entered;
    isOpen[action.number] = true;
    open.push(action);
    path.push(action);
  };
  const lower = ({ number }: ActionNode, low = 0) => {
    if (low < (lows[number] ?? 0)) lows[number] = low;
  };

  for (const root of roots) {
    if (turns[root.number] || !isWithin(root) || !graph.isReachable(root)) continue;
    enter(root);
    for (let top: ActionNode | undefined = root; top; top = path[path.length - 1]) {
      const at = looked[top.number] ?? 0;
      const edge: Edge | undefined = graph.from(top)[at];
      if (edge) {
        looked[top.number] = at + 1;
        const target = edge.to;
        if (!target || !isWithin(target) || !follows(edge)) continue;
        if (!turns[target.number]) enter(target);
        else if (isOpen[target.number]) lower(top, turns[target.number]);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      const low = lows[top.number];
      if (above) lower(above, low);
      if (low === turns[top.number]) close(top);
    }
  }
  return loops;

  function close(first: ActionNode): void {
    const members: ActionNode[] = [];
    for (let member = open.pop(); member; member = member === first ? undefined : open.pop()) {
      isOpen[member.number] = false;
      members.push(member);
    }
    const isAlone = members.length === 1;
    if (isAlone && !graph.from(first).some((edge) => edge.to === first && follows(edge))) return;
    loops.push(new Set(members.reverse()));
  }
}

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
