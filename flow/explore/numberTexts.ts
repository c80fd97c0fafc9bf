/** Numbers between two others, without those; or one number, where both are the same. */
export interface Region {
  readonly low: number;
  readonly high: number;
}

/** What numbers tell apart: each of them, and what lies between them and beyond. */
export function regionsOf(numbers: readonly number[]): readonly Region[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const points = sorted.map((value) => ({ low: value, high: value }));
  const between = [Number.NEGATIVE_INFINITY, ...sorted].map((low, at) => ({ low, high: sorted[at] ?? Infinity }));
  return [...points, ...between];
}

/** Powers of ten that float32 has. */
const [least, most] = [-46, 38];

/**
 * Texts that begin with a prefix, end with a tail and are a number of a region, with so many digits between them at most. None where no decimal
 * number can be.
 */
export function* numberTexts(
  prefix: string,
  tail: string,
  region: Region,
  { digits, hasFractions }: { readonly digits: number; readonly hasFractions: boolean },
): Iterable<string> {
  const [, sign = '', whole = '', fraction] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(prefix) ?? [undefined, undefined];
  if (!/^([+-]?)(\d*)(?:\.(\d*))?$/.test(prefix) || !/^\d*$/.test(tail)) return;
  const { low, high } = sign === '-' ? { low: -region.high, high: -region.low } : region;
  if (fraction !== undefined) {
    if (!hasFractions) return;
    const start = Number(`${whole || '0'}.${fraction || '0'}`);
    const text = pickBetween(start, start + 10 ** -fraction.length, low, high, 0);
    if (text !== undefined) yield* asWritten(prefix, text, fraction.length, tail);
    return;
  }
  const start = Number(whole || '0');
  for (let added = 0; added <= digits; added++) {
    const scale = 10 ** (added + tail.length);
    if (whole.length + added + tail.length === 0) continue;
    const text = pickBetween(start * scale, (start + 1) * scale, low, high, tail.length, Number(tail || '0'));
    if (text === undefined) continue;
    const [integer = '', rest = ''] = text.split('.');
    if (rest !== '' && (!hasFractions || tail !== '')) continue;
    yield `${sign}${integer.padStart(whole.length + added + tail.length, '0')}${rest === '' ? '' : `.${rest}`}`;
  }
  if (!hasFractions || tail !== '' || whole === '') return;
  for (let power = least; power <= most; power++) {
    const scale = 10 ** power;
    const text = pickBetween(start, start + 1, low / scale, high / scale, 0);
    if (text !== undefined) yield* [`${sign}${whole}${text.includes('.') ? `.${text.split('.')[1]}` : ''}e${power}`];
  }
}

function* asWritten(prefix: string, text: string, decimals: number, tail: string): Iterable<string> {
  const rest = (text.split('.')[1] ?? '').slice(decimals);
  yield prefix + rest + tail;
}

/** The shortest decimal from `from` on and below `to` that is also in the region; of whole ones only those that end so. */
function pickBetween(from: number, to: number, low: number, high: number, places: number, end = 0): string | undefined {
  if (low === high) return from <= low && low < to && low % 10 ** places === end ? decimal(low) : undefined;
  const step = 10 ** places;
  // The engine compares as float32: the next number has to be another one there.
  const above = Number.isFinite(low) ? low + Math.max(Number.MIN_VALUE, float32Step(low)) : low;
  const start = Math.max(from, above);
  const limit = Math.min(to, high);
  if (!(start < limit)) return undefined;
  const whole = Math.ceil((start - end) / step) * step + end;
  if (whole < limit && Math.fround(whole) < high && Math.fround(whole) > low) return decimal(whole);
  if (places > 0) return undefined;
  for (let decimals = 1; decimals <= 9; decimals++) {
    const value = Math.ceil(start * 10 ** decimals) / 10 ** decimals;
    if (value < limit && Math.fround(value) > low && Math.fround(value) < high) return decimal(value);
  }
  return undefined;
}

const float32Step = (value: number) => 2 ** (Math.floor(Math.log2(Math.abs(value) || 2 ** -126)) - 23);

function decimal(value: number): string {
  return value >= 1e21 ? BigInt(value).toString() : value.toFixed(9).replace(/\.?0+$/, '');
}
