import { commentEnd, hasLineBreak } from '../json/lineAround';
import { isClosed, type JsonNode } from '../json/node';
import type { Edit, Written } from './edit';
import { findComma } from './findComma';
import { formatOf, indentAt } from './textFormat';

/**
 * The edits that put the items of an array into another order: `order` has the index of each item once. A comment goes with the item that it stands
 * above, or behind which it ends the line; blank lines keep their place. As many items as can stay in order are not in the edits, so editors see that they
 * are the same.
 */
export function reorderItems(document: Written, array: JsonNode, order: readonly number[]): Edit[] {
  const { text } = document;
  const items = array.children;
  const first = order.findIndex((from, to) => from !== to);
  if (first < 0) return [];
  const last = order.length - 1 - [...order].reverse().findIndex((from, to) => from !== order.length - 1 - to);
  const gaps = items.map((item, index) => readGap(text, items[index - 1]?.end ?? array.offset + 1, item.offset));
  const closing = isClosed(text, array) ? array.end - 1 : array.end;
  gaps.push(readGap(text, items[items.length - 1]?.end ?? array.offset + 1, closing));
  const { eol } = formatOf(text);
  // Such a comma before what is moved comes to the item that it follows.
  const isFar = gaps[first]?.comma === 'far';
  let result = isFar ? `,${gaps[first]?.trail}` : '';
  let start = (items[first - 1]?.end ?? array.offset + 1) + (isFar ? 0 : (gaps[first]?.before ?? 0));
  const edits: Edit[] = [];
  const put = (end: number) => {
    if (text.slice(start, end) !== result) edits.push({ offset: start, end, text: result });
    result = '';
  };
  const staying = new Set(longestRise(order.slice(first, last + 1)));
  let open = false;
  for (let slot = first; slot <= last; slot++) {
    const item = items[order[slot] ?? slot];
    const own = item && gaps[item.index];
    const place = gaps[slot];
    if (!item || !own || !place) return [];
    // Behind a comment that ends a line, the next item needs one of its own.
    const blank = open && !hasLineBreak(place.blank) ? eol + indentAt(text, item.offset) : place.blank;
    const trail = gaps[item.index + 1]?.trail ?? '';
    // A comma behind further comments stays where it is.
    const stays = slot === last && gaps[last + 1]?.comma === 'far';
    const comma = !stays && (slot < items.length - 1 || gaps[items.length]?.comma !== undefined);
    result += blank + own.lead;
    if (staying.has(item.index)) {
      put(item.offset);
      start = item.end;
    } else result += text.slice(item.offset, item.end);
    result += (comma ? ',' : '') + trail;
    open = trail.includes('//');
  }
  const after = gaps[last + 1]?.blank ?? '';
  if (open && !hasLineBreak(after)) result += eol + indentAt(text, array.offset);
  put((items[last]?.end ?? start) + (gaps[last + 1]?.before ?? 0));
  return edits;
}

/** The longest row of numbers that rise from one to the next; others may stand between them. */
function longestRise(numbers: readonly number[]): number[] {
  /** Of all rows of a length the one that ends lowest, from the shortest. */
  const rows: Row[] = [];
  for (const last of numbers) {
    const higher = rows.findIndex((row) => row.last > last);
    const at = higher < 0 ? rows.length : higher;
    rows[at] = { last, before: rows[at - 1] };
  }
  const rise: number[] = [];
  for (let row = rows.at(-1); row; row = row.before) rise.unshift(row.last);
  return rise;
}

interface Row {
  readonly last: number;
  readonly before: Row | undefined;
}

/** What stands between two items. */
interface Gap {
  /** `far`: behind comments of the item behind. Undefined where it is missing. */
  readonly comma: 'near' | 'far' | undefined;
  /** The comment that ends the line of the item before, with the blanks before it. */
  readonly trail: string;
  /** How much of the text belongs to the item before: the comma and the trail. */
  readonly before: number;
  /** Blanks and line breaks before the comments of the item behind. */
  readonly blank: string;
  /** Those comments, and what stands between them and the item; without a comma. */
  readonly lead: string;
}

function readGap(text: string, start: number, end: number): Gap {
  let comma: Gap['comma'];
  let trail = '';
  let at = start;
  let pending = '';
  for (;;) {
    const blanks = /^[ \t]*/.exec(text.slice(at, end))?.[0] ?? '';
    const next = at + blanks.length;
    if (next < end && text[next] === ',' && !comma) {
      comma = 'near';
      trail += pending;
      pending = '';
      at = next + 1;
      continue;
    }
    const comment = next < end ? commentAt(text, next, end) : '';
    if (comment === '') break;
    pending += blanks + comment;
    at = next + comment.length;
    if (comment.startsWith('//')) break;
  }
  // A comment counts to the item before it where it ends the line.
  const endsLine = /^[ \t]*(?:\r\n?|\n|$)/.test(text.slice(at, end));
  if (endsLine) trail += pending;
  else at -= pending.length;
  // A comma may stand on a line of its own. One that leads the line of the item behind stays there.
  if (!comma) {
    const later = /^\s*,(?=[ \t]*[\r\n/])/.exec(text.slice(at, end)) ?? /^[ \t]*,/.exec(text.slice(at, end));
    if (later) {
      comma = 'near';
      at += later[0].length;
    }
  }
  const far = comma ? -1 : findComma(text, at, end);
  if (far >= 0) comma = 'far';
  const rest = far < 0 ? text.slice(at, end) : joined(text.slice(at, far), text.slice(far + 1, end));
  const blank = /^\s*/.exec(rest)?.[0] ?? '';
  return { comma, trail, before: at - start, blank, lead: rest.slice(blank.length) };
}

/** What stands before and behind a comma that is left out, without blanks that only it needed. */
function joined(before: string, after: string): string {
  if (/^[ \t]*[\r\n]/.test(after)) return before.trimEnd() + after;
  return /\s$/.test(before) ? before + after.trimStart() : before + after;
}

function commentAt(text: string, offset: number, end: number): string {
  const stop = commentEnd(text, offset);
  if (stop === undefined || (stop > end && text[offset + 1] === '*')) return '';
  return text.slice(offset, Math.min(end, stop));
}
