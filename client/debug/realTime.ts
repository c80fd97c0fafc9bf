import type { Clock } from '../../flow';
import { systemClock } from '../api/clock';

/** The time of this machine. */
export const realTime: Clock = { after: systemClock.after, now: () => performance.now() };
