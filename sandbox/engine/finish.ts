import { type ChildRun, nilId, type RunResult } from '../../flow/simulator';
import { update } from '../core';
import { finishAction } from '../resources/action';
import { moveTo, newActiveflow } from '../resources/activeflow';
import { endCall } from './callState';
import { createRun } from './createRun';
import type { Engine } from './engine';
import type { Hangup, LiveCall } from './liveCall';
import type { LiveRun } from './liveRun';
import { leaveQueue } from './queueAgent';
import { endRecording } from './recordings';

/** A run is over: its activeflow has ended, its call is hung up, and what follows it begins. */
export function finish(engine: Engine, run: LiveRun, result: RunResult): void {
  const { live } = run;
  run.state = 'over';
  run.result = result;
  run.stopWaiting();
  // A parked flow has not ended; stopping it will.
  if (result.outcome === 'blocked') return;
  leaveQueue(run);
  endRecording(engine, run);
  if (result.outcome === 'finished' && !run.wasStopped) moveTo(run.activeflow, finishAction);
  const hangup = live && hangupOf(live, result);
  // Whoever hangs up ends the flow; a flow that is over hangs up.
  if (live && hangup && result.hangup) endCall(engine, live, hangup);
  run.activeflow.status = 'ended';
  update(engine.core, 'activeflow', run.activeflow);
  if (live && hangup) endCall(engine, live, hangup);
  run.live = undefined;
  for (const leg of run.legs.values()) leg.drop();
  for (const id of run.chained) {
    const chained = engine.calls.get(id);
    if (chained) engine.hangUp(chained, { by: 'local', reason: 'normal' });
  }
  for (const child of run.followUps) follow(engine, run, child);
}

function hangupOf(live: LiveCall, { hangup }: RunResult): Hangup {
  if (live.hangup) return live.hangup;
  if (!hangup) return { by: 'local', reason: 'normal' };
  const isRemote = hangup.by === 'caller' || hangup.by === 'callee';
  return { by: isRemote ? 'remote' : 'local', reason: hangup.reason };
}

/** A flow that follows another one: that of `on_complete_flow_id`, or of a recording or transcription that ended. */
function follow(engine: Engine, run: LiveRun, { input }: ChildRun): void {
  const { core } = engine;
  const flow = core.store.flows.get(input.flowId ?? '');
  if (!flow) {
    core.log(`flow ${input.flowId}  does not exist, so nothing follows`);
    return;
  }
  const activeflow = newActiveflow({
    id: core.newId(),
    customer_id: run.activeflow.customer_id,
    tm_create: core.stamp(),
    flow_id: flow.id,
    reference_type: input.referenceType,
    reference_id: input.referenceId ?? nilId,
    reference_activeflow_id: run.activeflow.id,
    on_complete_flow_id: flow.on_complete_flow_id,
  });
  update(core, 'activeflow', core.store.activeflows.add(activeflow));
  const next = createRun(engine, activeflow, input, run.depth);
  core.clock.after(0, () => engine.start(next));
}
