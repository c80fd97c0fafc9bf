import { byteLength } from '../json/byteLength';
import { belowText, keysAround, lengthsAround, numbersAround } from './sides';
import type { Parts } from './templates';

/** Where a test of a text that does not ask for an equal one changes its mind: at a number of characters, a number, or a text in the order of texts. */
export type Limit =
  | { readonly by: 'length'; readonly at: number }
  | { readonly by: 'number'; readonly at: number }
  | { readonly by: 'order'; readonly at: string };

/** The same for the same limit. */
export const limitKey = ({ by, at }: Limit): string => `${by} ${at}`;

/** Of a text that several variables make up each of them is tried in every length, up to this. */
const maxLengths = 8;

/** What a limit of the text that a template gives is for the variables in it; none where they cannot decide. */
export function limitsWithin({ literals, names }: Parts, limit: Limit): readonly Limit[] {
  if (names.length === 0) return [];
  const [head = ''] = literals;
  switch (limit.by) {
    case 'length': {
      const own = literals.join('');
      // In characters, and in bytes.
      const rests = [...new Set([limit.at - own.length, limit.at - byteLength(own)])].filter((rest) => rest >= 0);
      if (names.length === 1 || Math.max(...rests) > maxLengths) return rests.map((at) => ({ by: 'length', at }));
      const most = Math.max(-1, ...rests);
      return Array.from({ length: most + 1 }, (_, at) => ({ by: 'length', at }));
    }
    case 'number':
      return [limit];
    default:
      return limit.at.startsWith(head) ? [{ by: 'order', at: limit.at.slice(head.length) }] : [];
  }
}

/** What else a variable can be within a template, where what stands around it has its part. */
export function textsWithin({ literals, names }: Parts, limit: Limit): readonly string[] {
  const isAlone = names.length === 1 && literals.every((text) => text === '');
  if (isAlone || limit.by === 'length') return [];
  if (limit.by === 'number') return [''];
  const [head = ''] = literals;
  return limit.at.startsWith(head) ? belowText(limit.at.slice(head.length)) : [];
}

/**
 * Texts on several sides at once, where a text meets limits of several kinds: what is on a side of the one is as a rule on one side of the other. A letter
 * makes a number something else in nearly the same place of the order; zeros in front leave a number its value, and change its length and its place.
 */
export function textsBetween(limits: Iterable<Limit>): readonly string[] {
  const all = [...limits];
  if (new Set(all.map(({ by }) => by)).size < 2 || !all.some(({ by }) => by === 'number')) return [];
  const texts = all.flatMap(textsAt).filter((text) => /^\d+$/.test(text));
  const lengths = all.flatMap((limit) => (limit.by === 'length' ? lengthsAround(limit.at) : []));
  return texts.flatMap((text) => [
    `${text}x`,
    `${text.slice(0, -1)}x`,
    `0${text}`,
    ...lengths.map(({ length }) => text.padStart(length, '0')),
  ]);
}

/** Texts on every side of a limit. An empty one is tried anyway. */
export function textsAt(limit: Limit): readonly string[] {
  switch (limit.by) {
    case 'length':
      return lengthsAround(limit.at);
    case 'number':
      return numbersAround(limit.at);
    default: {
      const { at } = limit;
      const [keys = ''] = /^[0-9A-D#*]*/.exec(at) ?? [];
      return [at, `${at}0`, ...keysAround(keys)];
    }
  }
}
