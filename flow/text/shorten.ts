/**
 * A text on one line of at most `max` UTF-16 code units (at least 1), cut with `…`; white space becomes single spaces.
 *
 * A character is never cut in half: not a surrogate pair, not an emoji of several parts. Lone surrogates become U+FFFD.
 */
export function shorten(text: string, max: number): string {
  // Megabytes of text need not be looked at for a few words of it.
  const line = text
    .slice(0, max * 4 + 64)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(lone, '\ufffd');
  const whole = text.length <= max * 4 + 64;
  if (whole && line.length <= max) return line;
  let end = 0;
  for (const { segment, index } of characters.segment(line.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${line.slice(0, end).trimEnd()}…`;
}

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
