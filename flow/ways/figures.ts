import type { End } from '../explore';
import { shortQuantity } from '../text/quantity';

/** How long calls that end so take, from the shortest to the longest: `13.9 s to 5 min 14.1 s`. */
export function timesText({ earliest, longest }: Pick<End, 'earliest' | 'longest'>): string {
  return range(earliest, longest, durationText);
}

/** How many executions they use: `5 to 100 executions`. */
export function usedText({ shortest, maxUsed }: Pick<End, 'shortest' | 'maxUsed'>): string {
  return `${range(shortest.used, maxUsed, String)} execution${maxUsed === 1 ? '' : 's'}`;
}

/** A duration in ms for people: of what takes seconds the tenths are enough. */
export const durationText = (ms: number) => shortQuantity(ms < 1000 ? ms : Math.round(ms / 100) * 100, 'ms');

const range = (least: number, most: number, say: (value: number) => string) =>
  most > least ? `${say(least)} to ${say(most)}` : say(least);
