/** Ids for fixtures: A, B, C and so on, in the order of a test. */
export const A = 'aaaaaaaa-0000-4000-8000-000000000001';
export const B = 'bbbbbbbb-0000-4000-8000-000000000002';
export const C = 'cccccccc-0000-4000-8000-000000000003';
export const D = 'dddddddd-0000-4000-8000-000000000004';
/** An id that no action of a fixture has. */
export const NOWHERE = 'ffffffff-0000-4000-8000-00000000000f';
