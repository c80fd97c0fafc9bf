import type { RunResult } from '../../flow/simulator';
import { update } from '../core';
import { finishAction } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { endCall } from './callState';
import type { Engine } from './engine';
import type { Hangup, LiveCall } from './liveCall';
import type { LiveRun } from './liveRun';
import { leaveQueue } from './queueAgent';
import { endRecording } from './recordings';
import { startFollowing } from './startFollowing';

/** A run is over: its activeflow has ended, its call is hung up, and what follows it begins. */
export function finish(engine: Engine, run: LiveRun, result: RunResult): void {
  const { live } = run;
  run.state = 'over';
  run.result = result;
  run.stopWaiting();
  // A parked flow has not ended; stopping it will.
  if (result.outcome === 'blocked') return;
  leaveQueue(run);
  if (live) endRecording(engine.core, live.call);
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
  for (const { input } of run.followUps) startFollowing(engine, input, run.activeflow.id, run.depth);
}

function hangupOf(live: LiveCall, { hangup }: RunResult): Hangup {
  if (live.hangup) return live.hangup;
  if (!hangup) return { by: 'local', reason: 'normal' };
  const isRemote = hangup.by === 'caller' || hangup.by === 'callee';
  return { by: isRemote ? 'remote' : 'local', reason: hangup.reason };
}
