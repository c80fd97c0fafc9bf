import { comparisons, difference } from '../catalog/compareCondition';
import { member, textOf } from '../json/node';
import type { ActionNode } from '../model/flowModel';
import { type DigitCopies, hasDigits } from './digitCopies';
import type { Edge } from './edge';
import { branchVariable } from './step';

/**
 * Whether a call takes the way on from a condition only while the stored digits are empty: the condition asks whether there are any, or whether a copy of them is
 * empty. So does the case of an empty string.
 */
export function isTakenOnlyEmpty({ from, kind, reference }: Edge, copies: DigitCopies): boolean {
  if (kind === 'case') return reference?.caseKey === '' && copies.has(branchVariable(from) ?? '');
  const holds = kind !== 'false';
  if (from.type === 'condition_call_digits') return !holds && numberOf(from, 'length') === 1;
  if (from.type !== 'condition_variable' || !hasDigits(from, textOf(member(from.option, 'variable')), copies))
    return false;
  const compare = comparisons.get(textOf(member(from.option, 'condition')) ?? '');
  if (!compare) return false;
  switch (textOf(member(from.option, 'value_type'))) {
    case 'string': {
      const value = member(from.option, 'value_string');
      // Every text comes behind the empty one.
      return (!value || textOf(value) === '') && compare(1) !== holds;
    }
    case 'length': {
      const length = numberOf(from, 'value_length') ?? 0;
      return [1, length - 1, length, length + 1].every(
        (other) => other < 1 || compare(difference(other, length)) !== holds,
      );
    }
    default:
      return false;
  }
}

/** Undefined where the option is not there. */
function numberOf({ option }: ActionNode, name: string): number | undefined {
  const node = member(option, name);
  if (!node) return undefined;
  return typeof node.value === 'number' ? node.value : Number.NaN;
}
