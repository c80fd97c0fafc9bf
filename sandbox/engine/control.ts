import { touch, update } from '../core';
import type { Activeflow } from '../resources/activeflow';
import { type Call, isEnding } from '../resources/call';
import type { Groupcall } from '../resources/groupcall';
import { beginHangup } from './callState';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';

/** Hangs up a call as `POST /calls/{id}/hangup` does: it is over a moment later. One that is over stays as it is. */
export function hangUpCall(engine: Engine, call: Call): void {
  const live = engine.calls.get(call.id);
  if (!live || isEnding(call)) return;
  beginHangup(engine, live);
  engine.core.clock.after(0, () => engine.hangUp(live, { by: 'local', reason: 'normal' }));
}

/** Hangs up a group call with all that rings or talks in it. Source: bin-call-manager/pkg/groupcallhandler/hangup.go Hangingup. */
export function hangUpGroup(engine: Engine, groupcall: Groupcall): void {
  if (groupcall.status !== 'progressing') return;
  groupcall.status = 'hangingup';
  touch(engine.core, groupcall);
  for (const id of groupcall.groupcall_ids) {
    const inner = engine.core.store.groupcalls.get(id);
    if (inner) hangUpGroup(engine, inner);
  }
  for (const id of groupcall.call_ids) {
    const live = engine.calls.get(id);
    if (live) hangUpCall(engine, live.call);
  }
}

/** Stops an activeflow and with it its call. One that has ended stays as it is. */
export function stopActiveflow(engine: Engine, activeflow: Activeflow): void {
  if (activeflow.status === 'ended') return;
  const run = engine.runs.get(activeflow.id);
  // The small flow of a call that joins another one.
  const live = engine.calls.get(activeflow.reference_id);
  if (run && run.state !== 'over') {
    stopRun(engine, run);
  } else if (live && !run) {
    engine.hangUp(live, { by: 'local', reason: 'normal' });
  } else {
    activeflow.status = 'ended';
    update(engine.core, 'activeflow', activeflow);
  }
}

function stopRun(engine: Engine, run: LiveRun): void {
  run.wasStopped = true;
  if (run.state === 'new' && run.live) engine.start(run);
  if (run.state === 'waiting') engine.deliver(run, { kind: 'stop', at: engine.core.clock.now() });
  else engine.abort(run, 'The flow was stopped from outside.');
}
