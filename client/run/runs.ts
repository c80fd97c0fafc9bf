import { createListeners } from '../../flow';
import { isOver, type ShownRun } from './run';

/** One run, for what follows it. */
export interface RunHandle {
  readonly id: string;
  current(): ShownRun;
  /** Puts a changed run in the place of the one that is known; once it is over, nothing changes any more. */
  update(change: Partial<Omit<ShownRun, 'id'>>): void;
}

/** What ends a run from here. */
export type HangUp = () => Promise<void>;

/** All runs of this session, newest first. */
export interface Runs {
  list(): readonly ShownRun[];
  find(id: string): ShownRun | undefined;
  add(run: ShownRun, hangUp?: HangUp): RunHandle;
  /** Ends a run; false when it is over or cannot be ended from here. */
  hangUp(id: string): Promise<boolean>;
  /** Forgets those that are over. */
  clear(): void;
  /** Is told of every change, with the run where it is one; what it returns ends that. */
  onChange(listener: (run: ShownRun | undefined) => void): () => void;
}

/** So many are kept: each holds a document and its events. */
const maxRuns = 50;

export function createRuns(): Runs {
  let runs: readonly ShownRun[] = [];
  const live = new Map<string, { readonly handle: RunHandle; readonly hangUp: HangUp }>();
  const { add: onChange, tell } = createListeners<ShownRun | undefined>();
  const find = (id: string) => runs.find((run) => run.id === id);

  return {
    list: () => runs,
    find,
    add(run, hangUp) {
      const old = runs.filter(isOver).slice(maxRuns - 1);
      runs = [run, ...runs.filter((known) => !old.includes(known))];
      let latest = run;
      const handle: RunHandle = {
        id: run.id,
        current: () => latest,
        update(change) {
          if (isOver(latest)) return;
          latest = { ...latest, ...change };
          if (isOver(latest)) {
            live.delete(run.id);
            // A debug session can be ended within an action.
            latest = { ...latest, canHangUp: false, trace: { ...latest.trace, isRunning: false } };
          }
          runs = runs.map((known) => (known.id === run.id ? latest : known));
          tell(latest);
        },
      };
      if (hangUp) live.set(run.id, { handle, hangUp });
      tell(run);
      return handle;
    },
    async hangUp(id) {
      const found = live.get(id);
      if (!found) return false;
      // It can be over before the answer is here.
      found.handle.update({ endedHere: true });
      try {
        await found.hangUp();
      } catch (error) {
        found.handle.update({ endedHere: false });
        throw error;
      }
      return true;
    },
    clear() {
      runs = runs.filter((run) => !isOver(run));
      tell(undefined);
    },
    onChange,
  };
}
