import { difference } from '../catalog/compareCondition';
import { byteLength } from '../json/byteLength';
import { parseFloat32 } from '../json/parseFloat32';
import { characterCount, compareBytes } from '../simulator/go/utf8';
import type { Parts } from './templates';

/** Where a test of a text that does not ask for an equal one changes its mind. */
export type TestLimit =
  /** At a number of bytes or characters. */
  | { readonly by: 'length'; readonly at: number; readonly counts: 'bytes' | 'characters' }
  /** At a number, with what stands around the text in the number; `seesNaN`: what is not a number at all differs from NaN. */
  | {
      readonly by: 'number';
      readonly at: number;
      readonly head: string;
      readonly tail: string;
      readonly seesNaN: boolean;
    }
  /** At a text in the order of texts, with what stands behind the text. */
  | { readonly by: 'order'; readonly at: string; readonly tail: string }
  /** Where a key is in it. */
  | { readonly by: 'holds'; readonly at: string };

export const lengthLimit = (at: number, counts: 'bytes' | 'characters'): TestLimit => ({ by: 'length', at, counts });
export const numberLimit = (at: number, seesNaN: boolean): TestLimit => ({
  by: 'number',
  at,
  head: '',
  tail: '',
  seesNaN,
});
export const orderLimit = (at: string): TestLimit => ({ by: 'order', at, tail: '' });

/** The same for the same limit. */
export const limitKey = (limit: TestLimit): string => JSON.stringify(Object.values(limit));

/** Longer texts around a number are not looked through. */
const maxAround = 12;
/** Of a text that several variables make up each of them is tried in every length, up to this. */
const maxLengths = 8;

export const lengthIn = (counts: 'bytes' | 'characters', text: string) =>
  counts === 'bytes' ? byteLength(text) : characterCount(text);

/** On which side of a limit a text is: the same for texts of which the test says the same. */
export function sideOf(limit: TestLimit, text: string): string {
  switch (limit.by) {
    case 'length':
      return sign(lengthIn(limit.counts, text) - limit.at);
    case 'number': {
      const value = parseFloat32(limit.head + text + limit.tail);
      if (value === undefined) return 'x';
      return Number.isNaN(value) ? (limit.seesNaN ? 'n' : 'x') : sign(difference(value, Math.fround(limit.at)));
    }
    case 'order':
      return sign(compareBytes(text + limit.tail, limit.at));
    default:
      return text.includes(limit.at) ? '+' : '-';
  }
}

const sign = (distance: number) => (distance === 0 ? '=' : distance < 0 ? '-' : '+');

/**
 * What a limit of the text that a template gives is for one of the variables in it; none where it cannot decide. Undefined where that cannot be said of
 * the variable alone.
 */
export function limitsWithin({ literals, names }: Parts, limit: TestLimit): readonly TestLimit[] | undefined {
  if (names.length === 0) return [];
  const [head = ''] = literals;
  const tail = literals.at(-1) ?? '';
  const isAlone = names.length === 1;
  switch (limit.by) {
    case 'length': {
      const rest = limit.at - lengthIn(limit.counts, literals.join(''));
      if (isAlone) return rest < 0 ? [] : [{ ...limit, at: rest }];
      if (rest > maxLengths) return undefined;
      return Array.from({ length: Math.max(0, rest + 1) }, (_, at) => ({ ...limit, at }));
    }
    case 'number': {
      if (!isAlone) return undefined;
      const around = { head: limit.head + head, tail: tail + limit.tail };
      return around.head.length + around.tail.length > maxAround ? undefined : [{ ...limit, ...around }];
    }
    case 'order': {
      if (!limit.at.startsWith(head)) return [];
      const at = limit.at.slice(head.length);
      if (isAlone) return [{ by: 'order', at, tail: (tail + limit.tail).slice(0, at.length + 1) }];
      // Where one variable ends within the text, the next goes on in it.
      return Array.from({ length: at.length + 1 }, (_, from) => orderLimit(at.slice(from)));
    }
    default:
      return isAlone && !literals.some((text) => text !== '') ? [limit] : undefined;
  }
}
