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
  // To look for the limits of characters takes a hundred times as long as to cut.
  const end = plain.test(line.slice(0, max)) ? max - 1 : endOfCharacter(line, max - 1);
  return `${line.slice(0, end).trimEnd()}…`;
}

/** The end of the last character that ends at `max` or before. */
function endOfCharacter(line: string, max: number): number {
  let end = 0;
  for (const { segment, index } of characters.segment(line.slice(0, max + 65))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end;
}

/** Latin letters: before the first combining mark every code unit is a character of its own. */
const plain = /^[^\u02ff-\uffff]*$/;
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
