import { nilId, type RunInput } from '../../flow/simulator';
import { announce } from '../core';
import { newActiveflow } from '../resources/activeflow';
import { seedIds } from '../seed/seedIds';
import { createRun } from './createRun';
import type { Engine } from './engine';

/**
 * Starts a stored flow because something is over: a flow that names it in `on_complete_flow_id`, a recording or a transcription.
 *
 * One that does not exist is told in the log and no more. `after` is the activeflow that it follows, nil when there is none.
 */
export function startFollowing(engine: Engine, input: RunInput, after: string, depth: number): void {
  const { core } = engine;
  const flow = core.store.flows.get(input.flowId ?? '');
  if (!flow) {
    core.log(`flow ${input.flowId}  does not exist, so nothing follows`);
    return;
  }
  const activeflow = newActiveflow({
    id: core.newId(),
    customer_id: seedIds.customer,
    tm_create: core.stamp(),
    flow_id: flow.id,
    reference_type: input.referenceType,
    reference_id: input.referenceId ?? nilId,
    reference_activeflow_id: after,
    on_complete_flow_id: flow.on_complete_flow_id,
  });
  announce(core, 'activeflow', core.store.activeflows.add(activeflow));
  const next = createRun(engine, activeflow, input, depth);
  core.clock.after(0, () => engine.start(next));
}
