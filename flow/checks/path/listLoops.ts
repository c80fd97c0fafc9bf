import type { Edge } from '../../graph/edge';
import { isSkipped } from '../../graph/edgesFrom';
import type { FlowGraph } from '../../graph/flowGraph';
import { findLoops, type Loop } from '../../graph/loops';
import { waits } from '../../graph/step';
import type { FlowModel } from '../../model/flowModel';
import { type Trigger, triggerOf } from '../../model/trigger';
import { judgedScopes } from './judgedScopes';

/** The loops of all lists that can be judged. */
export function listLoops(model: FlowModel, graph: FlowGraph, follows?: (edge: Edge) => boolean): Loop[] {
  const judged = judgedScopes(model);
  return findLoops(graph, follows).filter((loop) => [...loop].every(({ scope }) => judged.has(scope)));
}

/** Whether something in a loop takes time on what the flow runs on. */
export function waitsIn(model: FlowModel, loop: Loop, configured: Trigger | undefined): boolean {
  return [...loop].some((action) => {
    const trigger = triggerOf(model, action.scope, configured);
    return waits(action) && !isSkipped(action, { semantics: 'documented', trigger });
  });
}
