import type { Clock } from '../api/clock';

/** What an editor can explore of a list while its user waits. */
export const maxShownStates = 30_000;

/** So long other work may have to wait, in ms. */
const slice = 20;

/** What a generator comes to, run in slices so that other work has its turn; undefined once it is not wanted any more. */
export async function inSlices<P, T>(
  going: Generator<P, T, void>,
  clock: Clock,
  isWanted: () => boolean,
  tell: (progress: P) => void = () => {},
): Promise<T | undefined> {
  while (isWanted()) {
    const end = clock.now() + slice;
    let step = going.next();
    while (!step.done && clock.now() < end) step = going.next();
    if (step.done) return step.value;
    tell(step.value);
    await new Promise<void>((resolve) => clock.after(0, resolve));
  }
  return undefined;
}
