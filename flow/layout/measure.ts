/** The sizes of what is drawn, in pixels. Without a browser nothing can be measured: widths are estimated, a little too wide rather than too narrow. */
export const sizes = {
  fontSize: 12,
  lineHeight: 15,
  nodeWidth: 208,
  /** Of the title alone. */
  nodeHeight: 30,
  /** Left of the text: the icon. */
  textLeft: 34,
  /** Right of the text: the badge. */
  textRight: 12,
  pillHeight: 24,
  labelHeight: 15,
} as const;

/** What one line of a node has room for. */
export const textRoom = sizes.nodeWidth - sizes.textLeft - sizes.textRight;

/** An action has at most so many lines about it. */
const maxLines = 2;

/** The width of a text on one line at the size of the picture's font, in pixels. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widths[character.charCodeAt(0)] ?? widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  const { fontSize } = sizes;
  if (unseen.test(character)) return 0;
  if (wide.test(character)) return fontSize * 1.08;
  if (narrow.test(character)) return fontSize * 0.34;
  if (/[WMm@—]/.test(character)) return fontSize * 0.96;
  if (/[A-Zw%…]/.test(character)) return fontSize * 0.78;
  return fontSize * 0.58;
}

/** Marks that turn the direction of what follows, as far as the quotes around a text. */
export const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const narrow = /[ijlftrI.,:;'|!()[\]{}\s"-]/;
const unseen = /\p{M}|[\u200b-\u200f\u2028-\u202e\u2060-\u2069]/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** The widths of ASCII characters, which most texts consist of. */
const widths = Array.from({ length: 128 }, (_, code) => widthOfCharacter(String.fromCharCode(code)));

/** A text cut into at most two lines that fit into a node, at blanks where there are some; what does not fit ends in `…`. */
export function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let rest = text.replace(turning, '').trim();
  while (rest !== '' && lines.length < maxLines) {
    const isLast = lines.length === maxLines - 1;
    const end = fitting(rest, isLast);
    lines.push(end === rest.length ? rest : isLast ? `${rest.slice(0, end).trimEnd()}…` : rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

/** How many code units of a text fit on one line, at least one character. */
function fitting(text: string, isLast: boolean): number {
  if (widthOf(text) <= textRoom) return text.length;
  const room = isLast ? textRoom - widthOf('…') : textRoom;
  let width = 0;
  let end = 0;
  let blank = 0;
  // In ASCII each code unit is a character. To take it as such is a lot faster.
  const segments = isAscii.test(text) ? text : segmentsOf(text);
  for (const segment of segments) {
    width += widthOf(segment);
    if (width > room && end > 0) break;
    if (/\s/.test(segment)) blank = end;
    end += segment.length;
  }
  // A word is broken only where a line without it would be half empty.
  return !isLast && blank > end / 2 ? blank : end;
}

function* segmentsOf(text: string): Iterable<string> {
  for (const { segment } of characters.segment(text)) yield segment;
}

const isAscii = /^[\0-\x7f]*$/;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
