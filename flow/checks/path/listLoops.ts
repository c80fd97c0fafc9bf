import type { Trigger } from '../../catalog/referenceTypes';
import type { Edge } from '../../graph/edge';
import { isSkipped } from '../../graph/edgesFrom';
import type { FlowGraph } from '../../graph/flowGraph';
import { findLoops, type Loop } from '../../graph/loops';
import { waits } from '../../graph/step';
import type { FlowModel } from '../../model/flowModel';
import { perModel } from '../../model/perModel';
import { triggerOf } from '../../model/trigger';
import { judgedScopes } from './judgedScopes';

/** The loops of all lists that can be judged. */
export function listLoops(model: FlowModel, graph: FlowGraph, follows?: (edge: Edge) => boolean): Loop[] {
  const judged = judgedScopes(model);
  const all = allLoops(model, graph);
  const loops = follows ? loopsWithin(graph, all, follows) : all;
  return loops.filter((loop) => {
    // All actions of a loop are of one list.
    for (const { scope } of loop) return judged.has(scope);
    return false;
  });
}

/** The loops by fewer edges: there are no more, and each is within one of those by all. */
function loopsWithin(graph: FlowGraph, loops: readonly Loop[], follows: (edge: Edge) => boolean): readonly Loop[] {
  const roots = loops.flatMap((loop) => [...loop]);
  return findLoops(graph, follows, roots);
}

/** Several checks ask for them. */
function allLoops(model: FlowModel, graph: FlowGraph): Loop[] {
  const known = loopsOf(model);
  const loops = known.get(graph) ?? findLoops(graph);
  known.set(graph, loops);
  return loops;
}

const loopsOf = perModel(() => new Map<FlowGraph, Loop[]>());

/** Whether something in a loop takes time on what the flow runs on. */
export function waitsIn(model: FlowModel, loop: Loop, configured: Trigger | undefined): boolean {
  return [...loop].some((action) => {
    const trigger = triggerOf(model, action.scope, configured);
    return waits(action) && !isSkipped(action, { semantics: 'documented', trigger });
  });
}
