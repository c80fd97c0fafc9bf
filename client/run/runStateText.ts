import { actionLabel } from '../../flow/text/actionLabel';
import { pathKey } from './path';
import { isOver, type Run } from './run';
import { runModel } from './runModel';
import { actionsByPath } from './traceModel';

/** What a run does at the moment, in a few words. */
export function runStateText(run: Run): string {
  if (run.phase === 'lost') return 'no longer followed';
  if (isOver(run)) return 'over';
  if (run.problem !== undefined) return 'VoIPbin cannot be reached';
  if (run.phase === 'starting' || run.phase === 'dialing') return run.kind === 'call' ? 'calling' : 'starting';
  if (run.phase === 'ringing') return 'ringing';
  const last = run.trace.isRunning ? run.trace.steps.at(-1) : undefined;
  if (!last) return 'running';
  const action = last.path && actionsByPath(runModel(run.document)).get(pathKey(last.path));
  return action ? actionLabel(action, 30) : last.type;
}
