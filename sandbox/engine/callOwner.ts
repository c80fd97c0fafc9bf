import { nilUuid } from '../../flow';
import { update } from '../core';
import { action } from '../resources/action';
import { moveTo } from '../resources/activeflow';
import { endActiveflow } from './activeflows';
import type { Engine } from './engine';
import type { CallOwner, DialListener, OngoingCall } from './ongoingCall';
import type { OngoingRun } from './ongoingRun';

/** The call runs a flow. The flow gets what happens to the call, and ends it. It begins when the call rings, and waits for the answer. */
export function ownedByFlow({ core }: Engine, run: OngoingRun): CallOwner {
  const isEarly = run.input.dials?.early ?? false;
  const { now } = core.clock;
  return {
    role: 'flow',
    activeflowId: run.activeflow.id,
    placed(call) {
      run.call = call;
    },
    rings: () => run.start(),
    pickedUp(call) {
      run.start();
      if (isEarly) call.progress();
      else run.deliver({ kind: 'leg', leg: 0, becomes: 'answered', at: now() });
    },
    failed(call, hangup) {
      call.hangup = hangup;
      run.start();
      if (isEarly) run.deliver({ kind: 'hangup', at: now() });
      else run.deliver({ kind: 'leg', leg: 0, becomes: 'over', reason: hangup.reason, at: now() });
    },
    hungUp(call, hangup) {
      call.hangup ??= hangup;
      run.start();
      if (run.state === 'fetching') run.abort('The call was hung up.');
      else run.deliver({ kind: 'hangup', ...(hangup.by === 'local' ? { by: 'platform' } : {}), at: now() });
    },
    over() {},
    happens: run.deliver,
  };
}

/** The call joins the call of the run, by an internal flow. A group has its own listener. */
export function joinsAnother({ core }: Engine, run: OngoingRun, listener: DialListener): CallOwner {
  const activeflowOf = ({ row: call }: OngoingCall) => core.store.activeflows.get(call.activeflow_id);
  return {
    role: 'connected',
    activeflowId: run.activeflow.id,
    placed() {},
    rings: () => listener.ringing?.(),
    pickedUp(call) {
      const activeflow = activeflowOf(call);
      call.progress();
      if (activeflow) {
        moveTo(activeflow, action(core.newId(), nilUuid, 'confbridge_join', { confbridge_id: core.newId() }));
        update(core, 'activeflow', activeflow);
      }
      if (!call.group) listener.answered();
    },
    failed: (call, hangup) => call.end(hangup),
    hungUp: (call, hangup) => call.end(hangup),
    over(ongoing) {
      const activeflow = activeflowOf(ongoing);
      if (activeflow && activeflow.status !== 'ended') endActiveflow(core, activeflow);
      if (!ongoing.group) listener.over(ongoing.row.hangup_reason);
    },
    happens() {},
  };
}
