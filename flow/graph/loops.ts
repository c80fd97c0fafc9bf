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
export function findLoops({ from, reachable }: FlowGraph, follows: (edge: Edge) => boolean = () => true): Loop[] {
  const loops: Loop[] = [];
  // Most flows go forward only, and need no more than this look.
  if (!leadsBack(from, reachable)) return loops;
  const numbers = new Map<ActionNode, number>();
  const lows = new Map<ActionNode, number>();
  const open: ActionNode[] = [];
  const isOpen = new Set<ActionNode>();
  const enter = (action: ActionNode) => {
    lows.set(action, numbers.size);
    numbers.set(action, numbers.size);
    open.push(action);
    isOpen.add(action);
    return { action, edges: from.get(action) ?? [], at: 0 };
  };
  const lower = (action: ActionNode, low: number) => lows.set(action, Math.min(lows.get(action) ?? low, low));

  for (const root of reachable) {
    if (numbers.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = top.edges[top.at++];
      if (edge) {
        const target = edge.to;
        if (!target || !follows(edge)) continue;
        if (!numbers.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) lower(top.action, numbers.get(target) ?? 0);
        continue;
      }
      path.pop();
      const low = lows.get(top.action) ?? 0;
      const above = path.at(-1);
      if (above) lower(above.action, low);
      if (low === numbers.get(top.action)) close(top.action);
    }
  }
  return loops;

  function close(first: ActionNode): void {
    const members = open.splice(open.lastIndexOf(first));
    for (const one of members) isOpen.delete(one);
    if (members.length > 1 || from.get(first)?.some((edge) => edge.to === first && follows(edge)))
      loops.push(new Set(members));
  }
}

/** Whether some edge leads to an action that stands before it in the list, or to itself: no loop is without one. */
function leadsBack(from: FlowGraph['from'], reachable: FlowGraph['reachable']): boolean {
  for (const action of reachable)
    for (const { to } of from.get(action) ?? none) if (to && to.order <= action.order) return true;
  return false;
}

const none: readonly Edge[] = [];

/** An edge that a value in the text makes. */
export type NamedEdge = Edge & { readonly reference: Reference; readonly to: ActionNode };

/** The edges of a loop that lead back in the list, or to the action itself, because a value says so: in order of the text. */
export function closingEdges({ from }: FlowGraph, loop: Loop): NamedEdge[] {
  const closing = [...loop].flatMap((action) =>
    (from.get(action) ?? []).filter((edge) => isNamed(edge) && loop.has(edge.to) && edge.to.order <= action.order),
  ) as NamedEdge[];
  return closing.sort((a, b) => a.reference.node.offset - b.reference.node.offset);
}

export function isNamed(edge: Edge): edge is NamedEdge {
  return edge.reference !== undefined && edge.to !== undefined;
}

/** Whether some edge leads out of a loop. */
export function hasWayOut({ from }: FlowGraph, loop: Loop): boolean {
  for (const action of loop) if (from.get(action)?.some(({ to }) => !to || !loop.has(to))) return true;
  return false;
}
