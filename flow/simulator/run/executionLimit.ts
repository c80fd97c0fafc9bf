import { documentedBudget, limits } from '../../catalog/limits';
import type { Run } from './run';

/** Executions that a run has; undefined when the deviation is switched off and the documented budget counts otherwise. */
export function executionLimit({ quirks }: Pick<Run, 'quirks'>): number | undefined {
  return quirks['budget-101-actions'] ? limits.executions.value : undefined;
}

/** Whether no further action may run: the executions are used up, or by the documented budget so many actions in a row, or so many waits. */
export function isBudgetSpent(run: Pick<Run, 'quirks' | 'used' | 'inCycle' | 'resumes'>): boolean {
  const limit = executionLimit(run);
  if (limit !== undefined) return run.used >= limit;
  return run.inCycle >= documentedBudget.actions || run.resumes > documentedBudget.waits;
}
