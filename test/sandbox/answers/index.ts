import type { Answers } from './answers';

/** Each file of this folder, one for each kind of resource. */
export const answers: readonly Answers[] = [];
