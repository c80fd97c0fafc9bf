import type { RunResult } from '../../flow';
import { finishAction } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { endActiveflow, startFollowing } from './activeflows';
import type { Engine } from './engine';
import type { Hangup, OngoingCall } from './ongoingCall';
import type { OngoingRun } from './ongoingRun';
import { leaveQueue } from './queueAgent';
import { endRecording } from './recordings';

/** A run is over: its activeflow has ended, its call is hung up, and what follows it begins. */
export function finishRun(engine: Engine, run: OngoingRun, result: RunResult): void {
  const { call } = run;
  run.state = 'over';
  run.result = result;
  run.stopWaiting();
  // A parked flow has not ended; stopping it will.
  if (result.outcome === 'blocked') return;
  leaveQueue(run);
  if (call) endRecording(engine.core, call.row);
  if (result.outcome === 'finished' && !run.wasStopped) moveTo(run.activeflow, finishAction);
  const hangup = call && hangupOf(call, result);
  // A hang-up ends the flow, and the end of the flow hangs up.
  if (hangup && result.hangup) call.end(hangup);
  endActiveflow(engine.core, run.activeflow);
  if (hangup) call.end(hangup);
  run.call = undefined;
  for (const party of run.parties.values()) party.hangUp();
  for (const id of run.chained) engine.calls.get(id)?.hangUp();
  for (const { input } of run.followUps) startFollowing(engine, input, run.activeflow.id, run.depth);
}

function hangupOf(call: OngoingCall, { hangup }: RunResult): Hangup {
  if (call.hangup) return call.hangup;
  if (!hangup) return { by: 'local', reason: 'normal' };
  const isRemote = hangup.by === 'caller' || hangup.by === 'callee';
  return { by: isRemote ? 'remote' : 'local', reason: hangup.reason, byFlow: hangup.by === 'flow' };
}
