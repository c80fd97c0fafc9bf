import type { Timers } from '../../flow';

export interface VirtualClock {
  /** Virtual milliseconds since 1970. Never goes back. */
  now(): number;
  /**
   * Runs something once the virtual time is reached; what it returns takes that back.
   *
   * A patient one is left out while time runs as fast as possible: it limits how long a person may take.
   */
  at(time: number, run: () => void, options?: { readonly patient?: boolean }): () => void;
  after(ms: number, run: () => void, options?: { readonly patient?: boolean }): () => void;
  /** Virtual seconds in a real one; 0 or Infinity: as fast as possible, from one thing that falls due to the next. */
  speed: number;
  /** Forgets everything that was to run. */
  clear(): void;
}

interface Due {
  readonly time: number;
  readonly patient: boolean;
  readonly run: () => void;
}

/** Where virtual time ends: what falls due later does so then. Times to the microsecond have to stay whole numbers, up to the year 2255. */
const endOfTime = Date.UTC(2250, 0);

/** Real milliseconds after which a clock on which nothing falls due is as late as real time. */
const catchUpAfter = 1000;

/** The longest wait that every host's timers take. */
const maxWait = 2 ** 30;

/**
 * A clock that runs with a speed while something falls due on it. While nothing does, it stands until real time has caught up and then
 * goes with it, so that a fast clock is not days ahead after a while.
 */
export function createVirtualClock(settings: {
  readonly now: () => number;
  readonly timers: Timers;
  readonly speed: number;
  /** Virtual milliseconds since 1970 to begin with, when that is later than now. */
  readonly start?: number | undefined;
  /** Is told what was thrown by something that fell due; the clock goes on. */
  readonly failed: (fault: unknown) => void;
}): VirtualClock {
  const { timers } = settings;
  let speed = readSpeed(settings.speed);
  let latest = Math.max(settings.now(), settings.start ?? 0);
  let anchor = { real: settings.now(), time: latest };
  /** Set while something runs: it happens exactly when it falls due. */
  let standing: number | undefined;
  let cancel = () => {};
  const dues = new Set<Due>();
  /** Real milliseconds since when nothing falls due. */
  let idleSince = Number.NEGATIVE_INFINITY;

  const isFast = () => speed === Number.POSITIVE_INFINITY;
  const next = () => {
    let first: Due | undefined;
    for (const due of dues) if (!(due.patient && isFast()) && (!first || due.time < first.time)) first = due;
    return first;
  };
  const read = () => {
    if (standing !== undefined) return standing;
    const real = settings.now();
    const isIdle = dues.size === 0;
    const goesAlong = isFast() || isIdle;
    // Behind real time after a pause of the host, it catches up while it is idle only: what is just being done takes no second of its own.
    const isBusy = !isIdle || real - idleSince < catchUpAfter;
    const along = isBusy ? Math.min(real, anchor.time + (real - anchor.real)) : real;
    const time = goesAlong ? along : anchor.time + (real - anchor.real) * speed;
    // A timer of a busy host rings late: until it has, it is not yet later than when it falls due.
    const due = isFast() ? undefined : next();
    return Math.max(latest, Math.min(time, due?.time ?? endOfTime, endOfTime));
  };
  const now = () => {
    latest = read();
    return latest;
  };
  const remove = (due: Due) => {
    idleSince = settings.now();
    return dues.delete(due);
  };
  const anchorHere = () => {
    anchor = { real: settings.now(), time: now() };
  };
  const schedule = () => {
    cancel();
    cancel = () => {};
    const due = next();
    if (!due || standing !== undefined) return;
    const wait = isFast() ? 0 : Math.max(0, (due.time - read()) / speed);
    cancel = timers.after(Math.min(wait, maxWait), ring);
  };
  const ring = () => {
    cancel = () => {};
    const due = next();
    // A host's timer may ring a little early.
    if (due && (isFast() || due.time - read() < 0.5)) {
      // After a pause of the host time goes on from here, and does not make up for it.
      standing = Math.max(due.time, latest);
      latest = standing;
      anchor = { real: settings.now(), time: standing };
      remove(due);
      try {
        due.run();
      } catch (fault) {
        // A timer has no caller that could catch: the process would end.
        settings.failed(fault);
      } finally {
        standing = undefined;
      }
    }
    schedule();
  };
  const at: VirtualClock['at'] = (time, run, { patient = false } = {}) => {
    anchorHere();
    const due = { time: Math.min(time, endOfTime), patient, run };
    dues.add(due);
    schedule();
    return () => {
      anchorHere();
      if (remove(due)) schedule();
    };
  };

  return {
    now,
    at,
    after: (ms, run, options) => at(now() + ms, run, options),
    get speed() {
      return speed;
    },
    set speed(value: number) {
      anchorHere();
      speed = readSpeed(value);
      schedule();
    },
    clear() {
      anchorHere();
      dues.clear();
      cancel();
    },
  };
}

function readSpeed(speed: number): number {
  return speed > 0 ? speed : Number.POSITIVE_INFINITY;
}
