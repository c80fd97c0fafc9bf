/** Numbers from 0 (included) to 1 (excluded) that cannot be guessed. */
export function systemRandom(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value / 2 ** 32;
}
