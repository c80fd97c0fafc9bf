import { type Path, pathKey } from '../../flow';

/** One action that was executed. */
export interface TraceStep {
  /** Where it stands in the document; undefined for actions that VoIPbin made, fetched, or took from another flow. */
  readonly path: Path | undefined;
  readonly type: string;
  /** Its option as it ran, with values in the place of variables; undefined where VoIPbin does not tell. */
  readonly option?: unknown;
  /** Milliseconds since the run began. */
  readonly at: number | undefined;
  /** Why it had no effect, and the flow went on. */
  readonly skipped?: string | undefined;
  /** Why VoIPbin stopped the flow at it. */
  readonly stopped?: string | undefined;
  /** What decided where the flow went from here, such as `digits = 2 → talk "Sales"`. */
  readonly decided?: string | undefined;
  /** The name of the edge by which it went on, `next` where it did not jump; undefined where VoIPbin does not tell: two keys can lead to one action. */
  readonly by?: string | undefined;
}

/** The way that a run has taken so far through a document. */
export interface RunTrace {
  readonly steps: readonly TraceStep[];
  /** The last step has begun and is not over. */
  readonly isRunning: boolean;
  /** A debugger stands in front of the last step: it has not run yet. */
  readonly isNext?: boolean | undefined;
  /** Executions used, and how many there are; the end of a list counts, too. */
  readonly used: number;
  readonly limit: number | undefined;
}

export const emptyTrace: RunTrace = { steps: [], isRunning: false, used: 0, limit: undefined };

/** What a run did with one action of the document: the last time, and how often. */
export interface Mark extends Pick<TraceStep, 'type' | 'skipped' | 'stopped' | 'decided'> {
  readonly path: Path;
  /** How often it was executed, skipped times included. */
  readonly count: number;
  readonly isRunning: boolean;
  /** It runs next: the count has it already. */
  readonly isNext?: true;
}

export const markKinds = ['running', 'done', 'skipped', 'stopped'] as const;
export type MarkKind = (typeof markKinds)[number];

export function kindOf({ isRunning, skipped, stopped }: Mark): MarkKind {
  if (isRunning) return 'running';
  if (stopped !== undefined) return 'stopped';
  return skipped === undefined ? 'done' : 'skipped';
}

/**
 * The marks of all actions that a run came by, in the order in which it first did.
 *
 * While actions run that are not in the document, the one that brought them there counts as running.
 */
export function marksOf({ steps, isRunning, isNext }: RunTrace): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const latest = isRunning ? steps.findLastIndex(({ path }) => path !== undefined) : -1;
  for (const [position, { path, type, skipped, stopped, decided }] of steps.entries()) {
    if (!path) continue;
    const key = pathKey(path);
    const count = (marks.get(key)?.count ?? 0) + 1;
    const isLatest = position === latest;
    const next = isLatest && isNext && position === steps.length - 1 ? { isNext } : {};
    marks.set(key, { path, type, count, isRunning: isLatest, ...next, skipped, stopped, decided });
  }
  return [...marks.values()];
}
