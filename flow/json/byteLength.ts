/** The number of bytes of a text in UTF-8, which is what Go's `len` counts. A lone surrogate counts as Go reads it: U+FFFD. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
