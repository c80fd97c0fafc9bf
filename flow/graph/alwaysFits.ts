import { digitsVariable } from '../catalog/variables';
import { member } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { digitsBefore } from './digits';
import type { Edge } from './edge';
import { emptiedBranches } from './emptied';
import { branchVariable } from './step';

/** Whether a case of a `branch` fits in every call, so that no default is needed: it has the case `""`, and what it tests is empty on every way. */
export function alwaysFits(model: FlowModel, branch: ActionNode): boolean {
  const cases = branch.type === 'branch' ? member(branch.option, 'target_ids') : undefined;
  // The keys of this map are values, and not names that Go finds in any case.
  if (!cases?.children.some(({ key }) => key?.name === '')) return false;
  return (emptiedBranches(model).get(branch)?.always ?? false) || hasNoDigits(model, branch);
}

/** Whether an edge of a `branch` is for values that fit no case, without a default for them, where a case always fits: no call takes it. */
export function isIdle(model: FlowModel, { from, kind, reference }: Edge): boolean {
  return kind !== 'case' && reference?.kind !== 'default' && alwaysFits(model, from);
}

function hasNoDigits(model: FlowModel, branch: ActionNode): boolean {
  const digits = branchVariable(branch) === digitsVariable ? digitsBefore(model, branch, 'name') : undefined;
  return digits !== undefined && digits.most === 0 && !digits.foreign && !digits.unknown;
}
