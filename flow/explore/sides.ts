/** Longer texts are not made up. */
export const maxLength = 2000;

/** Numbers on both sides of one, and itself, as texts; whole ones too, since keys give no others. */
export function decimalsAround(value: number): readonly string[] {
  // The engine compares as float32: the next number has to be another one there.
  const step = Math.max(1, 2 ** (Math.floor(Math.log2(Math.abs(value) || 1)) - 22));
  const around = [value - step, value, value + step];
  const whole = Number.isInteger(value) ? [] : [Math.floor(value), Math.ceil(value)];
  return [...around, ...whole].map(String);
}

/** Texts of a length, and of one less and one more. */
export function lengthsAround(length: number): readonly string[] {
  const wanted = Math.min(maxLength, Math.max(0, Math.floor(length)));
  return [wanted - 1, wanted, wanted + 1].filter((count) => count >= 0).map((count) => '0'.repeat(count));
}
