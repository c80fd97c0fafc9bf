import { type Clock, pause } from './clock';
import { orNone } from './orNone';

/**
 * What one of several looks finds, so many milliseconds before each; empty where none does, or once the signal aborts. A look that VoIPbin refuses
 * finds nothing.
 */
export async function lookAgain<T>(
  pauses: readonly number[],
  clock: Clock,
  look: () => Promise<readonly T[]>,
  signal?: AbortSignal,
): Promise<readonly T[]> {
  for (const wait of pauses) {
    if (wait > 0 && !(await pause(clock, wait, signal))) return [];
    const found = await orNone(look());
    if (found && found.length > 0) return found;
  }
  return [];
}
