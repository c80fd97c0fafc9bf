import { nilId } from '../../flow/simulator';
import { update } from '../core';
import { action } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { isEnding } from '../resources/call';
import { beginHangup, endCall, progress } from './callState';
import type { Engine } from './engine';
import type { Hangup, LiveCall } from './liveCall';

/** Whether the called party can still answer. */
export const canAnswer = ({ call }: LiveCall): boolean =>
  call.direction === 'outgoing' && (call.status === 'dialing' || call.status === 'ringing');

/** The called party picks up. */
export function answer(engine: Engine, live: LiveCall, isMachine: boolean): void {
  const { core } = engine;
  live.isMachine = isMachine;
  if (live.role === 'connected') {
    const activeflow = core.store.activeflows.get(live.call.activeflow_id);
    progress(engine, live);
    if (activeflow) {
      moveTo(activeflow, action(core.newId(), nilId, 'confbridge_join', { confbridge_id: core.newId() }));
      update(core, 'activeflow', activeflow);
    }
    if (!live.group) live.tell?.answered();
    return;
  }
  if (live.run.state === 'new') engine.start(live.run);
  if (live.run.input.dials?.early) progress(engine, live);
  else engine.deliver(live.run, { kind: 'leg', leg: 0, becomes: 'answered', at: core.clock.now() });
}

/** The call is not answered: it is declined, busy, or nobody comes. `reason` as in `hangup_reason`. */
export function fail(engine: Engine, live: LiveCall, reason: string): void {
  const { run } = live;
  const hangup: Hangup = { by: 'remote', reason };
  if (live.role === 'connected') {
    endCall(engine, live, hangup);
    return;
  }
  live.hangup = hangup;
  if (run.state === 'new') engine.start(run);
  const at = engine.core.clock.now();
  if (run.input.dials?.early) engine.deliver(run, { kind: 'hangup', at });
  else engine.deliver(run, { kind: 'leg', leg: 0, becomes: 'over', reason, at });
}

/** Somebody hangs up: the person on the phone (`remote`), or VoIPbin (`local`). */
export function hangUp(engine: Engine, live: LiveCall, hangup: Hangup): void {
  const { call, run } = live;
  if (call.status === 'hangup') return;
  if (hangup.by === 'local' && !isEnding(call)) beginHangup(engine, live);
  if (live.role === 'connected') {
    endCall(engine, live, hangup);
    return;
  }
  live.hangup ??= hangup;
  if (run.state === 'new') engine.start(run);
  if (run.state === 'fetching') engine.abort(run, 'The call was hung up.');
  else engine.deliver(run, { kind: 'hangup', at: engine.core.clock.now() });
}
