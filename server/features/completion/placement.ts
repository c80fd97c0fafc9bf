import { formatOf } from '../../../flow/edit/textFormat';
import type { Site } from './site';

/** How a new member or item sits between its neighbours. */
export interface Placement {
  /** The part of the document that is replaced: the token, and blanks around it that would be left at the end of a line. */
  readonly start: number;
  readonly end: number;
  readonly lead: string;
  readonly tail: string;
  /** The whole lies one level deeper than the line in which it begins. */
  readonly deeper: boolean;
  readonly inline: boolean;
  /** Where a comma has to be inserted besides; undefined when there is none, or when it is in `lead`. */
  readonly comma: number | undefined;
}

/** The placement of what replaces the token; `tall` for what takes several lines where there is room. */
export function placeAt(site: Site, tall: boolean): Placement {
  const { text, token, before, after, role, container, hasColon } = site;
  const tail = site.commaAfter ? ',' : '';
  const comma = site.commaBefore ? before + 1 : undefined;
  const plain = { start: token.start, end: token.end, tail, deeper: false, comma };
  if (hasColon || role === 'document' || !container) return { ...plain, lead: '', inline: false };
  const first = container.children[0];
  const firstStart = first && site.toDocument(first.key ? first.key.offset : first.offset);
  const inline = firstStart !== undefined && !text.slice(container.offset, firstStart).includes('\n');
  if (role === 'value') return { ...plain, lead: text[token.start - 1] === ':' ? ' ' : '', inline };

  const opens = before === container.offset;
  const sameLine = !text.slice(before, token.start).includes('\n');
  const closes = /[\]}]/.test(text[after] ?? '') && !text.slice(token.end, after).includes('\n');
  const broken = firstStart === undefined ? tall : !inline;
  if (sameLine && broken) {
    // On a line of its own; the blanks before it go.
    const lead = `${comma === undefined ? '' : ','}\n${opens ? formatOf(text).unit : ''}`;
    const ends = opens && closes;
    return {
      start: before + 1,
      end: ends ? after : token.end,
      lead,
      tail: ends ? `${tail}\n` : tail,
      deeper: opens,
      inline: false,
      comma: undefined,
    };
  }
  // What shares its line keeps the distance that people leave.
  const touches = before === token.start - 1;
  const apart = touches && (!opens || role === 'key') ? ' ' : '';
  const pad = role === 'key' && closes && after === token.end ? ' ' : '';
  if (comma === token.start) return { ...plain, lead: ', ', tail: tail + pad, inline, comma: undefined };
  return { ...plain, lead: apart, tail: tail + pad, inline };
}
