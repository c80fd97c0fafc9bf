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
}

/**
 * The entries that make a difference: each value that is tested, with and without an end key, one that nothing tests, too few keys, an end
 * key alone, and nothing at all.
 */
export function entriesOf({ length, endKeys }: Entry, constants: Constants): readonly string[] {
  const tested = constants.get(digitsVariable) ?? new Set<string>();
  const typed = [...tested].filter((value) => value !== '' && isTypeable(value));
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

/** The single keys that make a difference while something is played. */
export function keysOf(constants: Constants): readonly string[] {
  const tested = constants.get(digitsVariable) ?? new Set<string>();
  const first = new Set(
    [...tested].filter((value) => value !== '' && isTypeable(value)).map((value) => value[0] ?? ''),
  );
  const other = otherThan(first, keys);
  return other === undefined ? [...first] : [...first, other];
}

function isTypeable(value: string): boolean {
  return value.length <= 100 && [...value].every((key) => keys.includes(key) || /^[A-D]$/.test(key));
}
