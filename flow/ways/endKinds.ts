import type { End } from '../explore';
import type { RunError } from '../simulator';

/** Errors that the outside makes: a URL that fails, a stored flow that is not there. */
const outside: ReadonlySet<RunError | null> = new Set([
  'fetch failed',
  'fetch status',
  'flow not found',
  'simulator limit',
]);

/**
 * Whether the flow itself drops the call: the engine stops it by an error, or VoIPbin does not even take the flow. What only happens because
 * something outside fails or refuses is not of its doing.
 */
export function isDropped({ outcome, error, shortest }: Pick<End, 'outcome' | 'error' | 'shortest'>): boolean {
  if (outcome === 'refused') return true;
  return outcome === 'stopped' && !outside.has(error) && !shortest.refused;
}

/** Whether the call continues until all executions are used up, or is parked for ever. */
export function isEndless({ outcome, error }: Pick<End, 'outcome' | 'error'>): boolean {
  return error === 'budget' || outcome === 'blocked';
}
