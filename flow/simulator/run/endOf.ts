import type { RunEnd } from '../events';
import { executionLimit } from './executionLimit';
import type { Run } from './run';

/** An end, completed with how much of the executions was used. */
export function endOf(run: Pick<Run, 'used' | 'quirks'>, end: Omit<RunEnd, 'used' | 'limit'>): RunEnd {
  return { ...end, used: run.used, limit: executionLimit(run) };
}
