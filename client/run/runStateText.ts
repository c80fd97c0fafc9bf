import { actionLabel } from '../../flow/text/actionLabel';
import { pathKey } from './pathKey';
import { isOver, type ShownRun } from './run';
import { runModel } from './runModel';
import { actionsByPath } from './traceModel';

/** What a run does at the moment, in a few words. */
export function runStateText(run: ShownRun): string {
  if (run.phase === 'lost') return 'no longer followed';
  if (isOver(run)) return 'over';
  if (run.problem !== undefined) return 'VoIPbin cannot be reached';
  if (run.phase === 'starting' || run.phase === 'dialing') return run.kind === 'call' ? 'calling' : 'starting';
  if (run.phase === 'ringing') return 'ringing';
  if (!run.trace.isRunning) return 'running';
  const actions = actionsByPath(runModel(run.document));
  // What VoIPbin adds to a flow is part of the action that it adds it for.
  const last = run.trace.steps.findLast(({ path }) => path && actions.has(pathKey(path)));
  const action = last?.path && actions.get(pathKey(last.path));
  return action ? actionLabel(action, 30) : 'running';
}
