import type { SessionClock } from '../../flow';
import { systemClock } from '../api/clock';

/** The time of this machine. */
export const realTime: SessionClock = { after: systemClock.after, now: () => performance.now() };
