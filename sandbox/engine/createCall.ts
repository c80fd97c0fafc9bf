import { announce, update } from '../core';
import { type Call, isEnding, isUnanswered } from '../resources/call';
import type { Engine } from './engine';
import { answerGroup, leaveGroup } from './groups';
import type { CallOwner, Hangup, OngoingCall, OngoingGroup } from './ongoingCall';
import { endRecording } from './recordings';
import { endTranscribesOf } from './transcribes';

/** Milliseconds from dialling to ringing. */
const setup = 200;
/** Milliseconds of ringing after which VoIPbin gives up. */
const maxRinging = 60_000;

const byVoipbin: Hangup = { by: 'local', reason: 'normal' };

/** Makes a call known to the engine and to its listeners. */
export function createCall(engine: Engine, call: Call, owner: CallOwner, group?: OngoingGroup): OngoingCall {
  const { core, calls, showOnPhone } = engine;
  const { clock } = core;
  let isMachine = false;
  let stopRinging = () => {};

  const ongoing: OngoingCall = {
    row: call,
    role: owner.role,
    activeflowId: owner.activeflowId,
    group,
    get isMachine() {
      return isMachine;
    },
    hangup: undefined,
    saying: undefined,
    waiting: undefined,
    digits: '',
    ring() {
      stopRinging = clock.after(setup, () => {
        stopRinging = clock.after(maxRinging, () => ongoing.fail('dialout'), { patient: true });
        call.status = 'ringing';
        call.tm_ringing = core.stamp();
        update(core, 'call', call, 'ringing');
        showOnPhone({ type: 'leg', call: ongoing });
        owner.rings(ongoing);
      });
    },
    answer(byMachine) {
      isMachine = byMachine;
      owner.pickedUp(ongoing);
    },
    fail: (reason) => owner.failed(ongoing, { by: 'remote', reason }),
    hangUp(hangup = byVoipbin) {
      if (call.status === 'hangup') return;
      if (hangup.by === 'local' && !isEnding(call)) beginHangup(engine, call);
      owner.hungUp(ongoing, hangup);
    },
    hangUpSoon() {
      if (isEnding(call)) return;
      beginHangup(engine, call);
      clock.after(0, () => ongoing.hangUp());
    },
    deliver: owner.happens,
    progress() {
      if (call.status === 'progressing' || isEnding(call)) return;
      stopRinging();
      call.status = 'progressing';
      call.tm_progressing = core.stamp();
      update(core, 'call', call, 'progressing');
      showOnPhone({ type: 'leg', call: ongoing });
      if (group) answerGroup(engine, group, ongoing);
    },
    end(hangup) {
      if (call.status === 'hangup') return;
      stopRinging();
      ongoing.hangup ??= hangup;
      showEnd(engine, call, hangup);
      ongoing.saying = undefined;
      ongoing.waiting = undefined;
      calls.delete(call.id);
      endRecording(core, call);
      endTranscribesOf(core, call.id);
      update(core, 'call', call, 'hangup');
      showOnPhone({ type: 'leg', call: ongoing });
      owner.over(ongoing);
      if (group) leaveGroup(engine, group, ongoing);
    },
  };

  owner.placed(ongoing);
  calls.set(call.id, ongoing);
  announce(core, 'call', core.store.calls.add(call));
  showOnPhone({ type: 'leg', call: ongoing });
  return ongoing;
}

/** Hanging up begins on our side: the state before `hangup`. Source: bin-call-manager/pkg/callhandler/hangup.go hangingUpWithCause. */
function beginHangup({ core }: Engine, call: Call): void {
  call.status = isUnanswered(call) ? 'canceling' : 'terminating';
  update(core, 'call', call, call.status);
}

/**
 * The call does not show the reason that a flow gives for hanging up: an unanswered call shows `cancel`, an answered call `normal`, or `amd` after
 * the detection of machines. Source: bin-call-manager/models/call/call.go CalculateHangupReason.
 */
function showEnd(engine: Engine, call: Call, { by, reason }: Hangup): void {
  if (by === 'local' && !isEnding(call)) beginHangup(engine, call);
  const wasCancelled = call.status === 'canceling';
  call.hangup_by = by;
  call.hangup_reason = by === 'remote' ? reason : wasCancelled ? 'cancel' : reason === 'amd' ? 'amd' : 'normal';
  call.status = 'hangup';
  call.tm_hangup = engine.core.stamp();
}
