/** The text that Go's `fmt.Sprintf("%v")` makes of a number, boolean or null out of decoded JSON. */
export function formatValue(value: number | boolean | null): string {
  if (value === null) return '<nil>';
  return typeof value === 'number' ? formatFloat(value) : String(value);
}

/** `%v` of a float64: the shortest digits that identify it; below 1e-4 and from 1e6 on with an exponent of at least two digits. */
function formatFloat(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('-', '').replace('.', '');
  // strconv decides as with precision 6 when it was asked for the shortest form.
  if (exponent >= -4 && exponent < 6) return plain(value < 0, digits, exponent);
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
}

function plain(negative: boolean, digits: string, exponent: number): string {
  const sign = negative ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
