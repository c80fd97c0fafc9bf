/** Ids for fixtures: A, B, C and so on, in the order of a test. */
export const A = 'aaaaaaaa-0000-4000-8000-000000000001';
export const B = 'bbbbbbbb-0000-4000-8000-000000000002';
export const C = 'cccccccc-0000-4000-8000-000000000003';
export const D = 'dddddddd-0000-4000-8000-000000000004';
/** The id that `newIds` makes at a turn, counted from 1. */
export const newId = (turn: number) => `99999999-0000-4000-8000-${String(turn).padStart(12, '0')}`;

/** Ids that tell in which order they were made: the first ends in 1. */
export function newIds(): () => string {
  let count = 0;
  return () => newId(++count);
}

/** An id that no action of a fixture has. */
export const NOWHERE = 'ffffffff-0000-4000-8000-00000000000f';
