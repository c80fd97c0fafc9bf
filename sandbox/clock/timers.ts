/** Timers from outside, so that tests need not wait. */
export interface Timers {
  /** Runs something once, after so many real milliseconds; what it returns takes that back. */
  after(ms: number, run: () => void): () => void;
}

/** At once, but after everything that has happened already: hosts let a timer of 0 ms wait longer than that. */
const soon = typeof setImmediate === 'function' ? setImmediate : undefined;

export const systemTimers: Timers = {
  after(ms, run) {
    if (ms <= 0 && soon) {
      const immediate = soon(run);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
