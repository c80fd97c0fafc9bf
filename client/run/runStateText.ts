import { actionAtPath, actionLabel } from '../../flow';
import { isOver, type ShownRun } from './run';
import { runModel } from './runModel';

/** What a run does at the moment, in a few words. */
export function runStateText(run: ShownRun): string {
  if (run.phase === 'lost') return 'no longer followed';
  if (isOver(run)) return 'over';
  if (run.problem !== undefined) return 'VoIPbin cannot be reached';
  if (run.phase === 'starting' || run.phase === 'dialing') return run.kind === 'call' ? 'calling' : 'starting';
  if (run.phase === 'ringing') return 'ringing';
  if (!run.trace.isRunning) return 'running';
  const model = runModel(run.document);
  // What VoIPbin adds to a flow is part of the action that it adds it for.
  const action = actionAtPath(model, run.trace.steps.findLast(({ path }) => actionAtPath(model, path))?.path);
  return action ? actionLabel(action, 30) : 'running';
}
