/** A number of so many digits can be too large for a float64, whose greatest has 309. */
const manyDigits = 309;

const greatExponent = /[eE]\+?\d{3}/;

/** Whether a text may have a number that no float64 holds. It looks at few letters, since hardly any text has one. */
export function mayHaveHugeNumber(text: string): boolean {
  if (greatExponent.test(text)) return true;
  // Of so many letters in a row one stands at such a place.
  for (let at = manyDigits - 1; at < text.length; at += manyDigits)
    if (isDigit(text, at) && countDigits(text, at) >= manyDigits) return true;
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** How many digits stand in a row around one. */
function countDigits(text: string, at: number): number {
  let [first, behind] = [at, at + 1];
  while (isDigit(text, first - 1)) first--;
  while (isDigit(text, behind)) behind++;
  return behind - first;
}
