/** A short text in the place of a long one, with 128 bits: no two of the texts that fit into memory have the same, as far as chance goes. */
export function digest(text: string): string {
  let [a, b, c, d] = [0x6a09e667, 0xbb67ae86, 0x3c6ef373, 0xa54ff53a];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, 0x239b961b);
    b = c ^ Math.imul(b ^ unit, 0xab0e9789);
    c = d ^ Math.imul(c ^ unit, 0x38b34ae5);
    d = a ^ Math.imul(d ^ unit, 0xa1e38b93);
  }
  a = Math.imul(c ^ (a >>> 18), 0x239b961b);
  b = Math.imul(d ^ (b >>> 22), 0xab0e9789);
  c = Math.imul(a ^ (c >>> 17), 0x38b34ae5);
  d = Math.imul(b ^ (d >>> 19), 0xa1e38b93);
  const all = a ^ b ^ c ^ d;
  const words = [all, b ^ all, c ^ all, d ^ all];
  return String.fromCharCode(...words.flatMap((word) => [word & 0xffff, word >>> 16]));
}
