import type { Timers } from '../../flow';

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
