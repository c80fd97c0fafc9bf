import type { Reference } from '../model/flowModel';

/** Whether a value is the `next_id` of an action that always jumps: VoIPbin never reads it. */
export const isUnusedNext = ({ kind, from }: Reference): boolean =>
  kind === 'next' && from.definition?.successor === 'jump';
