/** The number of Unicode characters of a text. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Negative, 0 or positive as Go orders two texts: by their bytes in UTF-8, which is the order of their code points. */
export function compareBytes(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const iteratorResult = left.next();
    const other = right.next();
    if (iteratorResult.done || other.done) return Number(other.done ?? false) - Number(iteratorResult.done ?? false);
    const difference = (iteratorResult.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}

/**
 * Whether one of the bytes of a text in UTF-8, taken as a character by its number, is this character: what Go finds when it goes through a text by
 * `text[i]`. Beyond ASCII that is another text.
 */
export function holdsByte(text: string, character: string): boolean {
  if (character < '\u0080') return text.includes(character);
  for (const name of character <= '\u00ff' ? text : '') {
    if (bytesOf(name.codePointAt(0) ?? 0).includes(character.charCodeAt(0))) return true;
  }
  return false;
}

function bytesOf(code: number): number[] {
  const trail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), trail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), trail(6), trail(0)];
  return [0xf0 | (code >> 18), trail(12), trail(6), trail(0)];
}
