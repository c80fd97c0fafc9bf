import { update } from '../core';
import { isEnding } from '../resources/call';
import type { Engine } from './engine';
import { answerGroup, leaveGroup } from './groups';
import type { Hangup, LiveCall } from './liveCall';
import { endRecording } from './recordings';
import { endTranscribesOf } from './transcribes';

/** The phone of the called party rings. */
export function ring({ core, tell }: Engine, live: LiveCall): void {
  const { call } = live;
  call.status = 'ringing';
  call.tm_ringing = core.stamp();
  update(core, 'call', call, 'ringing');
  tell({ type: 'leg', live });
}

/** The call is answered. Of calls that ring together, the others are over. */
export function progress(engine: Engine, live: LiveCall): void {
  const { core, tell } = engine;
  const { call, group } = live;
  if (call.status === 'progressing' || isEnding(call)) return;
  live.stopRinging();
  call.status = 'progressing';
  call.tm_progressing = core.stamp();
  update(core, 'call', call, 'progressing');
  tell({ type: 'leg', live });
  if (group) answerGroup(engine, group, live);
}

/** Hanging up begins on our side: the state before `hangup`. Source: bin-call-manager/pkg/callhandler/hangup.go hangingUpWithCause. */
export function beginHangup({ core }: Engine, { call }: LiveCall): void {
  const isUnanswered = call.status === 'dialing' || call.status === 'ringing';
  call.status = call.direction === 'outgoing' && isUnanswered ? 'canceling' : 'terminating';
  update(core, 'call', call, call.status);
}

/**
 * The call is over.
 *
 * Whatever reason a flow gives for hanging up, the call shows another one: what was not answered is cancelled, what was ended normally, or by the
 * detector of machines. Source: bin-call-manager/models/call/call.go CalculateHangupReason.
 */
export function endCall(engine: Engine, live: LiveCall, { by, reason }: Hangup): void {
  const { core, calls, tell } = engine;
  const { call } = live;
  if (call.status === 'hangup') return;
  live.stopRinging();
  if (by === 'local' && !isEnding(call)) beginHangup(engine, live);
  const wasCancelled = call.status === 'canceling';
  call.hangup_by = by;
  call.hangup_reason = by === 'remote' ? reason : wasCancelled ? 'cancel' : reason === 'amd' ? 'amd' : 'normal';
  call.status = 'hangup';
  call.tm_hangup = core.stamp();
  live.saying = undefined;
  live.waiting = undefined;
  calls.delete(call.id);
  endRecording(core, call);
  endTranscribesOf(core, call.id);
  update(core, 'call', call, 'hangup');
  tell({ type: 'leg', live });
  if (live.role === 'connected') endJoining(engine, live);
  if (live.group) leaveGroup(engine, live.group, live);
  else live.tell?.over(call.hangup_reason);
}

/** The small flow of a call that joins another one is over with it. */
function endJoining({ core }: Engine, { call }: LiveCall): void {
  const activeflow = core.store.activeflows.get(call.activeflow_id);
  if (!activeflow || activeflow.status === 'ended') return;
  activeflow.status = 'ended';
  update(core, 'activeflow', activeflow);
}
