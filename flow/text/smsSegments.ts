import { segmentSizes, sevenBit, sevenBitTwice } from '../catalog/smsAlphabet';
import { masked, maskVariables } from './maskVariables';
import { groupDigits } from './quantity';

/** What a text is as a text message. */
export interface SmsSegments {
  readonly encoding: keyof typeof segmentSizes;
  /** What is counted against the size of a segment: letters of seven bits, or code units of UCS-2. */
  readonly characters: number;
  /** An empty message is one. */
  readonly segments: number;
  /** The first character that is not in GSM-7. */
  readonly because: string | undefined;
  /** It holds variables, whose values come on top. */
  readonly open: boolean;
}

/** How many segments VoIPbin sends, and bills, for a text. Values of variables are not counted. */
export function countSegments(text: string): SmsSegments {
  const visible = maskVariables(text);
  const characters = [...visible.replaceAll(masked, '')];
  const because = characters.find((name) => !sevenBit.has(name) && !sevenBitTwice.has(name));
  const encoding = because === undefined ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((item) => (encoding === 'UCS-2' ? item.length : sevenBitTwice.has(item) ? 2 : 1));
  const total = sizes.reduce<number>((sum, size) => sum + size, 0);
  const { alone, each } = segmentSizes[encoding];
  const segments = total <= alone ? 1 : pack(sizes, each);
  return { encoding, characters: total, segments, because, open: visible !== text };
}

/** A character of two is not cut in half: it goes into the next segment whole. */
function pack(sizes: readonly number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      segments++;
      used = 0;
    }
    used += size;
  }
  return segments;
}

/** The same in words: "178 characters, 3 segments (UCS-2 because of `–`)". Code spans are put in by `code`. */
export function describeSegments(text: string, code: (text: string) => string = (plain) => plain): string {
  const { encoding, characters, segments, because, open } = countSegments(text);
  const least = open ? 'at least ' : '';
  const reason = because === undefined ? encoding : `${encoding} because of ${code(because)}`;
  return `${least}${groupDigits(characters)} ${characters === 1 ? 'character' : 'characters'}, ${groupDigits(segments)} ${
    segments === 1 ? 'segment' : 'segments'
  } (${reason})`;
}
