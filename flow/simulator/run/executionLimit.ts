import { limits } from '../../catalog/limits';
import type { Run } from './run';

/** Executions that a run has; undefined when the deviation is switched off and the documented budget counts otherwise. */
export function executionLimit({ quirks }: Run): number | undefined {
  return quirks['budget-101-actions'] ? limits.executions.value : undefined;
}

const documentedResumes = 100;

/** Whether the documented budget is spent: so many actions in a row, or so many waits. */
export function documentedBudgetIsSpent({ inCycle, resumes }: Run): boolean {
  return inCycle >= limits.actionsPerCycle.value || resumes > documentedResumes;
}
