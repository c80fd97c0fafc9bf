import type { Check } from './check';

/** Every check, specific ones before general ones. */
export const checks: readonly Check[] = [];
