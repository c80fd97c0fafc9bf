/** Timers from outside, so that tests need not wait. */
export interface Timers {
  /** Runs something once, after so many real milliseconds; what it returns takes that back. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
