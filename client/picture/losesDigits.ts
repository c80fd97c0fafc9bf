const strings = /"(?:\\.|[^"\\])*"/g;
const numbers = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Whether JSON has an integer of so many digits that JavaScript would write it with other ones. */
export function losesDigits(json: string): boolean {
  const all = json.replaceAll(strings, '').match(numbers) ?? [];
  return all.some((number) => /^-?\d{16,}$/.test(number) && BigInt(number) !== BigInt(Number(number)));
}
