import { digitsVariable } from '../simulator';
import { type Constants, otherThan } from './constants';

/** The keys of a telephone; `#` and `*` last, since they often end an entry. */
const keys = '1234567890*#';

/** What a caller can type into one `digits_receive`. */
export interface Entry {
  /** How many keys end it; 0 or less: no number of keys does. */
  readonly length: number;
  /** Keys that end it. */
  readonly endKeys: string;
  /** The digits that are stored already: keys are added to them. */
  readonly stored?: string;
}

/**
 * The entries that make a difference: each value that is tested, with and without an end key, one that nothing tests, too few keys, an end
 * key alone, and nothing at all.
 */
export function entriesOf({ length, endKeys, stored = '' }: Entry, constants: Constants): readonly string[] {
  const tested = constants.get(digitsVariable) ?? new Set<string>();
  // Of what is stored already the rest is typed.
  const rests =
    stored === '' ? [] : [...tested].flatMap((value) => (value.startsWith(stored) ? [value.slice(stored.length)] : []));
  const typed = [...new Set([...tested, ...rests])].filter((value) => value !== '' && isTypeable(value));
  const endKey = [...endKeys].find((key) => keys.includes(key));
  const enough = length > 0 ? Math.min(length, 20) : 1;
  const others = [...keys].map((key) => (endKeys.includes(key) ? key : key.repeat(enough)));
  const other = otherThan(tested, others);
  const found = new Set(['', ...typed, ...(other === undefined ? [] : [other])]);
  if (length > 1)
    found.add(
      otherThan(
        tested,
        [...keys].filter((key) => !endKeys.includes(key)),
      ) ?? '',
    );
  if (endKey !== undefined) {
    found.add(endKey);
    for (const value of [...typed, ...(other === undefined ? [] : [other])]) {
      if (![...value].some((key) => endKeys.includes(key))) found.add(value + endKey);
    }
  }
  return [...found];
}

/** The single keys that make a difference while something is played: none where no digits are tested. */
export function keysOf(constants: Constants): readonly string[] {
  const known = keysByConstants.get(constants) ?? findKeys(constants.get(digitsVariable));
  keysByConstants.set(constants, known);
  return known;
}

/** The constants of a flow are asked at every wait. */
const keysByConstants = new WeakMap<Constants, readonly string[]>();

function findKeys(tested: ReadonlySet<string> | undefined): readonly string[] {
  if (!tested) return [];
  const first = new Set(
    [...tested].filter((value) => value !== '' && isTypeable(value)).map((value) => value[0] ?? ''),
  );
  const other = otherThan(first, keys);
  return other === undefined ? [...first] : [...first, other];
}

function isTypeable(value: string): boolean {
  return value.length <= 100 && [...value].every((key) => keys.includes(key) || /^[A-D]$/.test(key));
}
