/** Work to be timed. It returns what it made, so that the optimizer cannot drop it; what is awaited belongs to the time. */
export type Task = () => unknown;

/**
 * The median time of each task in ms, all measured in turn within one process, so that a slow moment of the machine hits all alike.
 *
 * A task that cannot do the work at all has no time: NaN. The JSON service exhausts the stack on large documents.
 */
export async function sideBySide(
  tasks: Readonly<Record<string, Task>>,
  rounds: number,
): Promise<Record<string, number>> {
  const names = Object.keys(tasks);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const failed = new Set<string>();
  // Compiled code is what a user has after the first minute.
  const warmUps = rounds;
  let kept: unknown;
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      if (failed.has(name)) continue;
      // Else the collector carries over what the task before has made, at the cost of this one.
      kept = undefined;
      const start = performance.now();
      try {
        kept = await task();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        failed.add(name);
        continue;
      }
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  if (kept === Symbol.for('never')) throw new Error('unreachable');
  return Object.fromEntries(names.map((name) => [name, failed.has(name) ? Number.NaN : median(times.get(name) ?? [])]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
