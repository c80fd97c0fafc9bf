import type { Exploration } from '../explore';
import { groupDigits } from '../text/quantity';

/** Which calls have not done something: of those that were not explored it is unknown. */
export const noCall = ({ complete }: Exploration): string => (complete ? 'No call' : 'No explored call');

/** What follows from a text of {@link leftOutText}. */
export const mayBeMore = 'More ends and ways may exist.';

/** What an exploration did not look at, as a clause without a dot; undefined where it looked at everything. */
export function leftOutText({ leftOut, states }: Exploration): string | undefined {
  if (leftOut === 'states' || leftOut === 'time') {
    const many = states === 1 ? 'Only one state was explored' : `Only ${groupDigits(states)} states were explored`;
    const explored = states === 0 ? 'Not one state was explored completely' : many;
    return leftOut === 'time' ? `${explored} in the given time` : explored;
  }
  if (leftOut === 'values') return 'Not every combination of values was explored';
  if (leftOut === 'agents') return 'Not every time at which an agent of a queue can come was explored';
  return leftOut && 'Not every time of day was explored';
}
