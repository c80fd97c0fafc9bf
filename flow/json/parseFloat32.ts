/**
 * The float32 that Go's `strconv.ParseFloat(text, 32)` gives, as a JavaScript number, or undefined where it gives an error.
 *
 * Decimal and hexadecimal forms, signs, underscores between digits, `inf`, `infinity` and `nan` in any case; no spaces.
 * A value beyond float32 is an error, one too small is 0.
 *
 * `condition_variable` reads the variable this way, so the result decides which way a call takes. `Number` and `Math.fround` are not enough: they round
 * twice, and take other texts for numbers. Source: bin-flow-manager/pkg/activeflowhandler/actionhandle.go actionHandleConditionVariable.
 */
export function parseFloat32(text: string): number | undefined {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (text.includes('_') && !underscoresSeparateDigits(text)) return undefined;
  const bare = text.replaceAll('_', '');
  const hex = hexForm.exec(bare);
  if (!hex && !decimalForm.test(bare)) return undefined;
  const value = hex ? hexToFloat32(hex) : decimalToFloat32(bare);
  return Number.isFinite(value) ? value : undefined;
}

// A digit belongs to one part of the form only: with `\d+\.?\d*` a long row of digits would be divided in every way there is.
const decimalForm = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** The exponent is not optional, unlike in other languages. */
const hexForm = /^([+-]?)0x(?=\.?[0-9a-f])([0-9a-f]*)(?:\.([0-9a-f]*))?p([+-]?\d+)$/i;

function underscoresSeparateDigits(text: string): boolean {
  const body = text.replace(/^[+-]/, '');
  // The base prefix counts as a digit before an underscore.
  const digit = /^0x/i.test(body) ? '[0-9a-f]' : '\\d';
  const inner = body.replace(/^0x/i, '0');
  return !new RegExp(`(^|(?!${digit}).)_|_((?!${digit}).|$)`, 'i').test(inner);
}

const largest = 2 ** 128 - 2 ** 104;
/** Half way between the largest float32 and the next power of two: from here on Go reports an overflow. */
const overflow = 2 ** 128 - 2 ** 103;

/** Rounds the decimal once, although JavaScript can only go by way of float64: only exact ties need a second look. */
function decimalToFloat32(text: string): number {
  const double = Number(text);
  const single = Math.fround(double);
  if (Math.abs(double) === overflow) {
    // What lies just below is written with the same float64, and is rounded down.
    const beyond = compareDecimal(text, double) * Math.sign(double) >= 0;
    return beyond ? single : Math.sign(double) * largest;
  }
  if (single === double || !Number.isFinite(single)) return single;
  const other = double + (double - single);
  if (Math.fround(other) !== other) return single;
  const side = compareDecimal(text, double);
  if (side === 0) return single;
  const [low, high] = single < other ? [single, other] : [other, single];
  return side < 0 ? low : high;
}

/** The sign of (the exact decimal − the float64 next to it). */
function compareDecimal(text: string, double: number): number {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  let left = BigInt(whole + fraction || '0') * (sign === '-' ? -1n : 1n);
  let power = Number(exponent) - fraction.length;
  let right: bigint;
  // A float64 is an integer times a power of two; scaling by two until it is whole keeps it exact.
  let scaled = double;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings++;
  }
  right = BigInt(scaled);
  left *= 2n ** BigInt(halvings);
  if (power < 0) right *= 10n ** BigInt(-power);
  else for (; power > 0; power--) left *= 10n;
  return left < right ? -1 : left > right ? 1 : 0;
}

function hexToFloat32([, sign = '', whole = '', fraction = '', exponent = '0']: RegExpExecArray): number {
  let mantissa = BigInt(`0x${whole}${fraction}`);
  let power = Number(exponent) - 4 * fraction.length;
  // Bits beyond 53 only matter by being there at all: the last bit that is kept remembers them, far below those of a float32.
  const excess = mantissa.toString(2).length - 52;
  if (excess > 0) {
    const shifted = mantissa >> BigInt(excess);
    mantissa = shifted << BigInt(excess) === mantissa ? shifted : shifted | 1n;
    power += excess;
  }
  const value = Math.fround(scale(Number(mantissa), power));
  return sign === '-' ? -value : value;
}

/** value × 2^power without losing bits on the way where the result itself keeps them. */
function scale(value: number, power: number): number {
  if (value === 0) return 0;
  let result = value;
  let left = Math.max(-4000, Math.min(4000, power));
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  return result * 2 ** left;
}
