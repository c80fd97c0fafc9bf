import { faultText } from '../log/faultText';
import { nameRun } from '../log/names';
import { endCall } from './callState';
import type { Engine } from './engine';
import type { LiveRun } from './liveRun';

/**
 * Ends a run in which something of ours failed. The fault is logged, and the rest of the sandbox goes on.
 *
 * What is half done may fail again: each part is tried, and that the run is over is true in any case.
 */
export function breakDown(engine: Engine, run: LiveRun, fault: unknown, abort: () => void): void {
  const { core } = engine;
  core.log(`! ${nameRun(run)}  is ended by a fault of the sandbox: ${faultText(fault)}`);
  const { live } = run;
  const parts = [
    abort,
    () => live && endCall(engine, live, { by: 'local', reason: 'normal' }),
    () => run.stopWaiting(),
    () => {
      for (const leg of run.legs.values()) leg.drop();
    },
  ];
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      core.log(`! ${nameRun(run)}  cannot be ended as it should: ${faultText(error)}`);
    }
  }
  run.state = 'over';
  run.live = undefined;
  run.activeflow.status = 'ended';
  if (live) engine.calls.delete(live.call.id);
}
