import type { ActionList, RunInput } from '../../flow';
import { announce, type Core, update } from '../core';
import { type Activeflow, newActiveflow } from '../resources/activeflow';
import type { Engine } from './engine';
import { newRow } from './newRow';

/** A flow that is about to run. */
export interface GivenFlow {
  readonly flowId: string;
  readonly saved: ActionList;
  readonly onCompleteFlowId: string;
}

/** An activeflow that has not begun, listed from now on. */
export function addActiveflow(
  core: Core,
  rest: Pick<Activeflow, 'flow_id' | 'reference_type' | 'reference_id'> & Partial<Activeflow>,
): Activeflow {
  const activeflow = newActiveflow(newRow(core, rest.id), rest);
  announce(core, 'activeflow', core.store.activeflows.add(activeflow));
  return activeflow;
}

/** Starts a flow without a call, as `POST /activeflows` does; it runs a moment later. */
export function startActiveflow(
  engine: Engine,
  flow: GivenFlow,
  rest: Pick<Activeflow, 'id' | 'webhook_uri' | 'webhook_method'>,
  variables: Readonly<Record<string, string>>,
): Activeflow {
  return startSoon(engine, { ...flow, referenceType: 'api', variables }, 0, rest);
}

/**
 * Starts a stored flow because something is over: a flow that names it in `on_complete_flow_id`, a recording or a transcription.
 *
 * If it does not exist, the log says so. `after` is the activeflow that it follows, nil if there is none.
 */
export function startFollowing(engine: Engine, input: RunInput, after: string, depth: number): void {
  const { core } = engine;
  const flow = core.store.flows.get(input.flowId ?? '');
  if (!flow) {
    core.log(`flow ${input.flowId}  does not exist, so no flow follows`);
    return;
  }
  const { on_complete_flow_id } = flow;
  startSoon(engine, input, depth, { reference_activeflow_id: after, on_complete_flow_id });
}

/** Begins a run a moment later. */
export function startSoon(engine: Engine, input: RunInput, depth: number, rest?: Partial<Activeflow>): Activeflow {
  const run = engine.newRun(input, depth, rest);
  engine.core.clock.after(0, run.start);
  return run.activeflow;
}

/** Stops an activeflow and with it its call. One that has ended stays as it is. */
export function stopActiveflow(engine: Engine, activeflow: Activeflow): void {
  if (activeflow.status === 'ended') return;
  const run = engine.runs.get(activeflow.id);
  // The internal flow of a call that joins another call.
  const call = engine.calls.get(activeflow.reference_id);
  if (run && run.state !== 'over') {
    run.stop();
  } else if (call && !run) {
    call.hangUp();
  } else {
    endActiveflow(engine.core, activeflow);
  }
}

/** An activeflow has ended. The event stream tells of it. */
export function endActiveflow(core: Core, activeflow: Activeflow): void {
  activeflow.status = 'ended';
  update(core, 'activeflow', activeflow);
}
