import { areTelephoneKeys, keypad } from '../catalog/telephoneKeys';
import { digitsVariable } from '../catalog/variables';
import { perObject } from '../collections/perObject';
import { keysBut } from './alphabet';
import { type Constants, otherThan, testedIn } from './constants';
import { inTurn } from './inTurn';
import { limitsWithin, type TestLimit } from './limits';
import { onePerClass, type Tested } from './tested';
import { textsApart } from './textsApart';

/** Where no number of keys ends an entry, so many are typed at most. */
const maxKeys = 20;

/** What a caller can type into one `digits_receive`. */
export interface Entry {
  /** How many keys end it; 0 or less: no number of keys does. */
  readonly length: number;
  /** Keys that end it. */
  readonly endKeys: string;
  /** The digits that are stored already: keys are added to them. */
  readonly stored?: string;
}

/** The entries that make a difference, worked out once for each. */
export function entriesOf(entry: Entry, constants: Constants): readonly string[] {
  const known = entriesByConstants(constants);
  const key = `${entry.length} ${entry.endKeys} ${entry.stored ?? ''}`;
  const entries = known.get(key) ?? findEntries(entry, testedIn(constants, digitsVariable));
  known.set(key, entries);
  return entries;
}

const entriesByConstants = perObject((_: Constants) => new Map<string, readonly string[]>());

/**
 * Each value that is tested, with and without an end key, one that nothing tests, too few keys, an end key alone, and nothing at all; and all else that
 * the tests can tell apart.
 */
function findEntries({ length, endKeys, stored = '' }: Entry, tested: Tested): readonly string[] {
  const { equals, limits } = tested;
  const left = length > 0 ? Math.max(1, length - stored.length) : maxKeys;
  const wholeOf = (typed: string) => stored + taken(typed, left, endKeys);
  // Of what is stored already the rest is typed.
  const rests = stored === '' ? [] : [...equals].filter((value) => value.startsWith(stored));
  const typed = [...new Set([...equals, ...rests.map((value) => value.slice(stored.length))])].filter(isTypeable);
  const ending = [...new Set(endKeys)].filter((key) => keypad.includes(key));
  const [endKey] = ending;
  const enough = length > 0 ? Math.min(left, maxKeys) : 1;
  const others = [...keypad].map((key) => (endKeys.includes(key) ? key : key.repeat(enough)));
  const other = others.find((text) => !equals.has(wholeOf(text)));
  const values = [...typed, ...(other === undefined ? [] : [other])];
  const found = new Set(['', ...values]);
  if (length > 1) {
    const single = [...keypad].filter((key) => !endKeys.includes(key));
    found.add(otherThan(equals, single) ?? '');
  }
  if (endKey !== undefined) {
    found.add(endKey);
    for (const value of values) if (![...value].some((key) => endKeys.includes(key))) found.add(value + endKey);
  }
  if (limits.length === 0 && other !== undefined) return [...found];
  const families = ['', ...ending].map((end) => endingWith(end, stored, tested, { left, endKeys }));
  return [...new Set([...found, ...onePerClass(tested, inTurn(found, ...families), wholeOf)])];
}

/** Entries that end with a key, or with none, of all that tests can tell apart. */
function* endingWith(
  end: string,
  stored: string,
  { equals, limits, ...others }: Tested,
  { left, endKeys }: { readonly left: number; readonly endKeys: string },
): Iterable<string> {
  const parts = { literals: [stored, end], names: ['typed'] };
  const within = limits.flatMap((limit): readonly TestLimit[] => limitsWithin(parts, limit) ?? [limit]);
  const rests = [...equals].flatMap((value) =>
    value.startsWith(stored) && value.endsWith(end) && value.length >= stored.length + end.length
      ? [value.slice(stored.length, value.length - end.length)]
      : [],
  );
  const own = { ...others, equals: new Set(rests), limits: within };
  for (const text of textsApart(own, keysBut(endKeys), left - end.length)) {
    if (isTypeable(text + end)) yield text + end;
  }
}

/** The keys that an entry takes. */
function taken(typed: string, left: number, endKeys: string): string {
  const ended = [...typed].findIndex((key) => endKeys.includes(key));
  return typed.slice(0, Math.min(left, ended < 0 ? left : ended + 1));
}

/** The single keys that make a difference while something is played: none where no digits are tested. They are asked for at every wait. */
export const keysOf = perObject((constants: Constants): readonly string[] => {
  const tested = constants.get(digitsVariable);
  if (!tested) return [];
  const first = new Set([...tested.equals].filter(isTypeable).map((value) => value[0] ?? ''));
  const other = otherThan(first, keypad);
  const firsts = other === undefined ? [...first] : [...first, other];
  if (tested.limits.length === 0) return firsts;
  // What else is typed later can bring a text that begins with it to any side of a number, or in the order.
  const all = tested.limits.some(({ by }) => by !== 'length') ? [...keypad] : [];
  const alone = onePerClass(tested, textsApart(tested, keysBut(''), 1)).filter(isTypeable);
  return [...new Set([...firsts, ...alone, ...all])];
});

function isTypeable(value: string): boolean {
  return value.length <= 100 && areTelephoneKeys(value);
}
