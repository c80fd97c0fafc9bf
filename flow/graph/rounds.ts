import type { Edge } from './edge';
import { mayFill } from './emptied';
import type { FlowGraph } from './flowGraph';
import { closingEdges, findLoops, type Loop, type NamedEdge } from './loops';
import { branchVariable, isTakenOnce } from './step';

/** A loop that a call can go round in more than once, and the edges by which it does. */
export interface Rounds {
  readonly loop: Loop;
  readonly closing: readonly NamedEdge[];
}

/**
 * The rounds that calls can go. A case with a key that leads to its own `branch` is none of them, nor is any where nothing in the loop sets the variable
 * again: the `branch` has emptied it.
 */
export function listRounds(graph: FlowGraph): readonly Rounds[] {
  return findLoops(graph).flatMap((loop) => roundsIn(graph, loop));
}

function roundsIn(graph: FlowGraph, loop: Loop): readonly Rounds[] {
  const refilled = new Map<string, boolean>();
  const isRefilled = (variable: string) => {
    const known = refilled.get(variable) ?? [...loop].some((action) => mayFill(action, variable));
    refilled.set(variable, known);
    return known;
  };
  const isWithin = ({ from, to }: Edge) => to !== undefined && loop.has(from) && loop.has(to);
  const isOnce = (edge: Edge) => {
    if (!edge.reference || !isTakenOnce(edge.reference) || !isWithin(edge)) return false;
    const variable = branchVariable(edge.from);
    return edge.to === edge.from || (variable !== undefined && !isRefilled(variable));
  };
  const closing = closingEdges(graph, loop);
  if (![...loop].some((action) => graph.from(action).some(isOnce))) return [{ loop, closing }];
  const others = findLoops(graph, (edge) => isWithin(edge) && !isOnce(edge), loop);
  return others.flatMap((other) =>
    other.size === loop.size ? [{ loop, closing: closing.filter((edge) => !isOnce(edge)) }] : roundsIn(graph, other),
  );
}
