import { setImmediate } from 'node:timers/promises';
import type { FileReport } from './report';

/** What became of a file: its findings, or a sentence that says why it was not checked. */
export type Checked = FileReport | string;

/** Checks files, and answers in their order. */
export type CheckPaths = (paths: readonly string[]) => Promise<readonly Checked[]>;

/** Who can check at the same time as we do. */
export interface Helpers {
  /** How many there may be. */
  readonly most: number;
  /** For so many files there is one more: until a helper is up to speed, its work costs as much as ours on thousands of small files. */
  readonly files: number;
  start(): CheckPaths;
}

const batchSize = 25;

/** What becomes of each file, in the order of the paths; `paths` is read no further than it is needed. */
export async function* checkAll(
  paths: Iterator<string, undefined>,
  check: CheckPaths,
  helpers?: Helpers,
): AsyncGenerator<Checked, undefined> {
  for (let count = 0; !helpers || count < helpers.files; count++) {
    const { value } = paths.next();
    if (value === undefined) return;
    yield* await check([value]);
  }
  // Whatever waits for us to be done is given out first.
  const lanes: CheckPaths[] = [(batch) => setImmediate().then(() => check(batch))];
  const running: Promise<readonly Checked[]>[] = [];
  for (let number = 0; ; number++) {
    if ((number * batchSize) % helpers.files === 0 && lanes.length <= helpers.most) lanes.push(helpers.start());
    const batch = take(paths, batchSize);
    const lane = batch.includes('-') ? check : (lanes[number % lanes.length] ?? check);
    // What a helper could not do is done here.
    if (batch.length > 0) running.push(lane(batch).catch(() => check(batch)));
    else if (running.length === 0) return;
    if (running.length >= lanes.length * 2 || batch.length === 0) yield* (await running.shift()) ?? [];
  }
}

function take(paths: Iterator<string, undefined>, count: number): string[] {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value } = paths.next();
    if (value === undefined) break;
    taken.push(value);
  }
  return taken;
}
