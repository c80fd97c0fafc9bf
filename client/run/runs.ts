import { isOver, type Run } from './run';

/** One run, for whoever follows it. */
export interface RunHandle {
  readonly id: string;
  current(): Run;
  /** Puts a changed run in the place of the one that is known; once it is over, nothing changes any more. */
  update(change: Partial<Omit<Run, 'id'>>): void;
}

/** What ends a run from here. */
export type HangUp = () => Promise<void>;

/** All runs of this session, newest first. */
export interface Runs {
  list(): readonly Run[];
  find(id: string): Run | undefined;
  add(run: Run, hangUp?: HangUp): RunHandle;
  /** Ends a run; false when it is over or cannot be ended from here. */
  hangUp(id: string): Promise<boolean>;
  /** Forgets those that are over. */
  clear(): void;
  /** Is told of every change, with the run where it is one; what it returns ends that. */
  onChange(listener: (run: Run | undefined) => void): () => void;
}

/** So many are kept: each holds a document and its events. */
const maxRuns = 50;

export function createRuns(): Runs {
  let runs: readonly Run[] = [];
  const hangUps = new Map<string, HangUp>();
  const listeners = new Set<(run: Run | undefined) => void>();
  const tell = (run: Run | undefined) => {
    for (const listener of [...listeners]) listener(run);
  };
  const find = (id: string) => runs.find((run) => run.id === id);

  return {
    list: () => runs,
    find,
    add(run, hangUp) {
      const old = runs.filter(isOver).slice(maxRuns - 1);
      runs = [run, ...runs.filter((known) => !old.includes(known))];
      if (hangUp) hangUps.set(run.id, hangUp);
      let latest = run;
      tell(run);
      return {
        id: run.id,
        current: () => latest,
        update(change) {
          if (isOver(latest)) return;
          latest = { ...latest, ...change };
          if (isOver(latest)) {
            hangUps.delete(run.id);
            latest = { ...latest, canHangUp: false };
          }
          runs = runs.map((known) => (known.id === run.id ? latest : known));
          tell(latest);
        },
      };
    },
    async hangUp(id) {
      const hangUp = hangUps.get(id);
      if (!hangUp) return false;
      await hangUp();
      return true;
    },
    clear() {
      runs = runs.filter((run) => !isOver(run));
      tell(undefined);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
