import { type Alphabet, anyText } from './alphabet';
import { inTurn } from './inTurn';
import { lengthIn, type TestLimit } from './limits';
import { numberTexts, type Region, regionsOf } from './numberTexts';
import { decimalsAround, lengthsAround, maxLength } from './sides';
import { onePerClass, type Tested } from './tested';

/** So many texts are looked at for those that tests tell apart. */
const maxTexts = 40_000;

/**
 * Texts of an alphabet, with one at least in each class of which the tests of a variable say the same: on every side of all of their limits at once, and
 * equal to none of their constants. With many that are in the same class. `most`: no text is longer.
 */
export function* textsApart(tested: Tested, alphabet: Alphabet, most = maxLength): Iterable<string> {
  const { equals, limits } = tested;
  const numbers = limits.filter((limit) => limit.by === 'number');
  const held = limits.flatMap((limit) => (limit.by === 'holds' ? [limit.at] : []));
  const regions = regionsOf(numbers.map(({ at }) => Math.fround(at)));
  const around = contextsOf(numbers);
  const shape = { digits: digitsFor(limits, most), hasFractions: alphabet.hasFractions };
  const fills = numbers.length > 0 || held.length > 0 ? ['0', alphabet.letter] : ['0'];
  yield* usualTexts(limits, most);
  const ordered = limits.flatMap((limit) => (limit.by === 'order' ? [limit.at] : []));
  const bases = basesOf(ordered, equals, alphabet, { most, each: numbers.length > 0 });
  const written = function* (base: string): Iterable<string> {
    yield* filledUp(base, fills, limits, most);
    for (const key of held) yield* filledUp(base + key, fills, limits, most);
    for (const [head, tail] of around) {
      for (const region of regions) yield* numbersFrom(base, head, tail, region);
    }
  };
  const numbersFrom = function* (base: string, head: string, tail: string, region: Region): Iterable<string> {
    for (const text of numberTexts(head + base, tail, region, shape)) {
      const own = text.slice(head.length, text.length - tail.length);
      yield own;
      if (alphabet.hasFractions && tail === '' && !own.includes('e')) {
        yield* filledUp(text.includes('.') ? own : `${own}.`, ['0'], limits, most);
      }
    }
  };
  for (const base of bases) yield* written(base);
  if (numbers.length > 0 && alphabet.hasFractions) yield* unusualNumbers;
}

/** Texts of all that tests can tell apart; after the given ones an empty one, and one that nothing compares, come first. */
export function anyTexts(
  tested: Tested,
  first: readonly string[] = [],
): { readonly texts: readonly string[]; readonly isAll: boolean } {
  let isAll = !tested.isPartial;
  const apart = upToMost(textsApart(tested, anyText), () => {
    isAll = false;
  });
  return { texts: onePerClass(tested, inTurn([...first, '', 'other', ...tested.equals], apart, ['-1'])), isAll };
}

/** The first of a sequence of texts, and whether that were all. */
function* upToMost(texts: Iterable<string>, cut: () => void): Iterable<string> {
  let count = 0;
  for (const text of texts) {
    if (count++ === maxTexts) {
      cut();
      return;
    }
    yield text;
  }
}

/** What people would try: next to each limit. */
function* usualTexts(limits: readonly TestLimit[], most: number): Iterable<string> {
  for (const limit of limits) {
    if (limit.by === 'length') yield* lengthsAround(limit.at).filter(({ length }) => length <= most);
    if (limit.by === 'number' && limit.head + limit.tail === '') yield* decimalsAround(limit.at);
    if (limit.by === 'order') yield* [limit.at, `${limit.at}0`];
    if (limit.by === 'holds') yield limit.at;
  }
}

const unusualNumbers = ['inf', 'INF', '+inf', '-inf', 'nan', 'NaN', '+nan', '-nan'];

const contextsOf = (numbers: readonly Extract<TestLimit, { by: 'number' }>[]) =>
  new Map(numbers.map(({ head, tail }) => [`${head} ${tail}`, [head, tail] as const])).values();

/** So many digits can a number need, or take. */
function digitsFor(limits: readonly TestLimit[], most: number): number {
  const needed = limits.map((limit) =>
    limit.by === 'number'
      ? String(Math.floor(Math.abs(limit.at))).length + 1
      : limit.by === 'length'
        ? limit.at + 1
        : 0,
  );
  return Math.min(most, maxDigits, Math.max(0, ...needed));
}

const maxDigits = 24;

/** A text in each length that makes a difference, from that of its beginning on. */
function* filledUp(
  base: string,
  fills: readonly (string | undefined)[],
  limits: readonly TestLimit[],
  most: number,
): Iterable<string> {
  if (base.length > most) return;
  yield base;
  const missing = new Set<number>();
  for (const limit of limits) {
    if (limit.by !== 'length') continue;
    for (const by of [-1, 0, 1]) missing.add(limit.at + by - lengthIn(limit.counts, base));
  }
  if (missing.size === 0 && fills.length > 1) missing.add(1);
  for (const count of missing) {
    if (count <= 0 || base.length + count > most) continue;
    for (const fill of fills) if (fill !== undefined) yield base + fill.repeat(count);
  }
}

/** Beginnings of texts that nothing compares by their order are gone on from so often: there are others enough. */
const maxUnordered = 60;

/**
 * Where texts come to stand in the order of some others: each beginning of one of those, and what goes on in another way, up to the first character that
 * differs. And the same for the shortest beginnings of more texts, so that some are equal to none of them.
 */
function* basesOf(
  ordered: readonly string[],
  others: ReadonlySet<string>,
  alphabet: Alphabet,
  { most, each }: { readonly most: number; readonly each: boolean },
): Iterable<string> {
  const next = new Map<string, Set<string>>([['', new Set()]]);
  const grow = (text: string) => {
    let base = '';
    for (const character of text) {
      if (base.length >= most) break;
      const after = next.get(base) ?? new Set();
      next.set(base, after.add(character));
      base += character;
    }
    if (base.length <= most && !next.has(base)) next.set(base, new Set());
  };
  for (const text of ordered) grow(text);
  const needed = next.size;
  for (const text of others) grow(text);
  const inOrder = (a: string, b: string) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
  const all = [...next];
  const rest = all.slice(needed).sort(([a], [b]) => a.length - b.length);
  for (const [base, after] of [...all.slice(0, needed), ...rest.slice(0, maxUnordered)]) {
    yield base;
    if (base.length >= most) continue;
    const known = [...after].sort(inOrder);
    for (const [at, high] of [...known, undefined].entries()) {
      for (const character of alphabet.between(known[at - 1], high, each)) yield base + character;
    }
  }
}
