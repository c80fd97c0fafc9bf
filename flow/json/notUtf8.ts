import type { Place } from './place';

/** A place in a decoded text. */
export interface DecodedPlace extends Place {
  /** The first byte of those that are not UTF-8 there. */
  readonly byte: number;
}

/**
 * The places at which bytes are not UTF-8, in the text that a decoder makes of them with U+FFFD there; at most `most`.
 *
 * Go's `encoding/json` puts the same character there silently, and a caller hears it.
 */
export function listNotUtf8(bytes: Uint8Array, most = 100): readonly DecodedPlace[] {
  const places: DecodedPlace[] = [];
  let offset = 0;
  for (let at = 0; at < bytes.length && places.length < most; ) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      at++;
      offset++;
      continue;
    }
    const { wanted, low, high } = leadOf(first);
    let length = 1;
    while (length < wanted && isContinuation(bytes[at + length], length === 1 ? low : 0x80, length === 1 ? high : 0xbf))
      length++;
    if (wanted === 0 || length < wanted) places.push({ offset, end: offset + 1, byte: first });
    else if (wanted === 4) offset++;
    offset++;
    at += length;
  }
  return places;
}

const isContinuation = (byte: number | undefined, low: number, high: number) =>
  byte !== undefined && byte >= low && byte <= high;

/** How many bytes a character has that begins so, and the bounds of the second; `wanted` is 0 where none begins so. Source: Unicode, table 3-7. */
function leadOf(first: number): { wanted: number; low: number; high: number } {
  const wanted = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return { wanted, low, high };
}
