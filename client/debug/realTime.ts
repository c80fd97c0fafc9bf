import type { SessionClock } from '../../flow/debug';

/** The time of this machine. */
export const realTime: SessionClock = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};
