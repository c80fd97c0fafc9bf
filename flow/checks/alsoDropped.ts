import type { Trigger } from '../catalog/referenceTypes';

/** What else happens where VoIPbin stops a flow, as the rest of a sentence: where the flow runs without a call, there is nothing to drop. */
export const alsoDropped = (trigger: Trigger | undefined): string =>
  trigger === undefined || trigger === 'call' ? ' and drops the call' : '';
