/** Work to be timed. It returns what it made, so that the optimizer cannot drop it; what is awaited belongs to the time. */
export type Task = () => unknown;

/**
 * The median time of each task in ms, all measured in turn within one process, so that a slow moment of the machine hits all alike.
 */
export async function sideBySide(
  tasks: Readonly<Record<string, Task>>,
  rounds: number,
): Promise<Record<string, number>> {
  const names = Object.keys(tasks);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const warmUps = Math.max(3, Math.ceil(rounds / 4));
  let kept: unknown;
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      kept = await task();
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  if (kept === Symbol.for('never')) throw new Error('unreachable');
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
