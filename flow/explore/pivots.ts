import { compareBytes } from '../simulator/go/utf8';
import { anyText } from './alphabet';

/** Keys come first, so that a caller can type most of the texts. */
const characters = '1234567890*#amxz~ !\u00ff\uffee';

/** So many lengths of texts are looked through in each gap. */
const maxLengths = 3;

/** How many texts divide a gap: in all, or of each of the shortest lengths that it has. */
interface Wanted {
  readonly count: number;
  readonly ofEachLength: boolean;
}

/**
 * Texts before, between and behind some others: so many in each gap that as many variables can be there in any order. Short ones come first. Fewer where
 * no more texts are between two.
 */
export function pivotsAround(texts: Iterable<string>, wanted: Wanted): readonly string[] {
  const sorted = [...new Set(texts)].filter((text) => text !== '').sort(compareBytes);
  return [...sorted, undefined].flatMap((high, at) => pivotsBetween(sorted[at - 1] ?? '', high, wanted));
}

function pivotsBetween(low: string, high: string | undefined, { count, ofEachLength }: Wanted): readonly string[] {
  const isWithin = (text: string) =>
    compareBytes(low, text) < 0 && (high === undefined || compareBytes(text, high) < 0);
  const found = new Set<string>();
  let lengths = 0;
  for (const texts of byLength(low, high ?? '')) {
    const own = [...texts].filter(isWithin).slice(0, ofEachLength ? count : count - found.size);
    for (const text of own) found.add(text);
    if (own.length > 0 && ++lengths === maxLengths) break;
  }
  // Where little is between two, one text is gone on from.
  for (const text of found) {
    if (found.size >= count) break;
    if (isWithin(`${text}1`)) found.add(`${text}1`);
  }
  return [...found];
}

/** Texts that begin like one of two and then go on otherwise, from the shortest to those that are longer than both. */
function* byLength(...both: readonly [low: string, high: string]): Iterable<ReadonlySet<string>> {
  const [low, high] = both.map((text) => [...text]) as [string[], string[]];
  for (let length = 0; length <= Math.max(low.length, high.length); length++) {
    const [fromLow, fromHigh] = [low, high].map((text) => text.slice(0, length).join(''));
    const isOne = fromLow === fromHigh;
    const after = (base = '', from?: string, to?: string) =>
      [...characters, ...anyText.between(from, to, false)].map((next) => base + next);
    yield new Set(
      isOne
        ? after(fromLow, low[length], high[length])
        : [...after(fromLow, low[length]), ...after(fromHigh, undefined, high[length])],
    );
  }
}
