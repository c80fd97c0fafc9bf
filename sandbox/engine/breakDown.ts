import { faultText } from '../log/faultText';
import { nameRun } from '../log/names';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';

/**
 * Ends a run in which our own code failed. The fault is logged, and the rest of the sandbox continues.
 *
 * Ending can fail too, so each step is tried by itself. The run is over in any case.
 */
export function breakDown(engine: Engine, run: OngoingRun, fault: unknown, abort: () => void): void {
  const { core } = engine;
  core.log(`! ${nameRun(run)}  was ended by an error of the sandbox: ${faultText(fault)}`);
  const { call } = run;
  const parts = [
    abort,
    () => call?.end({ by: 'local', reason: 'normal' }),
    () => run.stopWaiting(),
    () => {
      for (const party of run.parties.values()) party.hangUp();
    },
  ];
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      core.log(`! ${nameRun(run)}  cannot be ended properly: ${faultText(error)}`);
    }
  }
  run.state = 'over';
  run.call = undefined;
  run.activeflow.status = 'ended';
  if (call) engine.calls.delete(call.row.id);
}
