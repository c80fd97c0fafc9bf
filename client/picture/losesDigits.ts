const strings = /"(?:\\.|[^"\\])*"/g;
const numbers = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Whether JSON has a number that JavaScript would write as another one: of too many digits, or too large or too small. */
export function losesDigits(json: string): boolean {
  const all = json.replaceAll(strings, '').match(numbers) ?? [];
  return all.some((number) => plain(number) !== plain(String(Number(number))));
}

/** A decimal number without what does not change it: its digits without zeros around them, and the power of ten of the last one. */
function plain(number: string): string {
  const [, sign = '', whole = '', decimals = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  const digits = (whole + decimals).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? whole && '0' : `${sign}${kept}e${Number(power) - decimals.length + digits.length - kept.length}`;
}
