export { byteLength } from '../../json/byteLength';

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
    const one = left.next();
    const other = right.next();
    if (one.done || other.done) return Number(other.done ?? false) - Number(one.done ?? false);
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}

/** Each byte of a text in UTF-8 as the character with its number: what Go's `string(text[i])` gives. Beyond ASCII it is another text. */
export function bytesOf(text: string): string[] {
  const bytes: string[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const trail = (shift: number) => String.fromCharCode(0x80 | ((code >> shift) & 0x3f));
    if (code < 0x80) bytes.push(character);
    else if (code < 0x800) bytes.push(String.fromCharCode(0xc0 | (code >> 6)), trail(0));
    else if (code < 0x10000) bytes.push(String.fromCharCode(0xe0 | (code >> 12)), trail(6), trail(0));
    else bytes.push(String.fromCharCode(0xf0 | (code >> 18)), trail(12), trail(6), trail(0));
  }
  return bytes;
}
