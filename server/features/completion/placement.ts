import { formatOf, type JsonNode, keyOffset } from '../../../flow';
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
  /** Where another comma must be inserted; undefined if none is missing, or if it is in `lead`. */
  readonly comma: number | undefined;
}

/** The placement of what replaces the token; `tall` for what takes several lines where there is room. */
export function placeAt(site: Site, tall: boolean): Placement {
  const { text, original, token, before, after, role, container, hasColon } = site;
  const tail = site.commaAfter ? ',' : '';
  // A separate edit may not touch the replaced part.
  const touches = before === token.start - 1;
  const lead = site.commaBefore && touches ? ',' : '';
  const comma = site.commaBefore && !touches ? before + 1 : undefined;
  const plain = { start: token.start, end: token.end, lead, tail, deeper: false, inline: false, comma };
  if (hasColon || role === 'document' || !container) return plain;
  const inline = isInline(site, container);
  if (role === 'value') return { ...plain, lead: touches && token.kind === 'none' ? ' ' : '', inline };

  const opens = before === container.offset;
  const closes = /[\]}]/.test(text[after] ?? '') && isOneLine(text, token.end, after);
  const broken = container.children.length === 0 ? tall && !inline : !inline;
  if (broken && isOneLine(text, before, token.start)) {
    // On its own line; the blanks before it are removed.
    const ends = opens && closes;
    const start = isBlank(original, before + 1, token.start) ? before + 1 : token.start;
    const joins = start === before + 1;
    return {
      start,
      end: ends && isBlank(original, token.end, after) ? after : token.end,
      lead: `${site.commaBefore && joins ? ',' : ''}\n${opens ? formatOf(text).unit : ''}`,
      tail: ends ? `${tail}\n` : tail,
      deeper: opens,
      inline: false,
      comma: joins ? undefined : comma,
    };
  }
  // What shares its line keeps the distance that people leave.
  const apart = touches && (!opens || role === 'key') ? ' ' : '';
  const pad = role === 'key' && closes && after === token.end ? ' ' : '';
  return { ...plain, lead: lead + apart, tail: tail + pad, inline };
}

/** Whether the content of a container shares its line; if empty, whether the container shares the line of its neighbours. */
function isInline(site: Site, container: JsonNode): boolean {
  const first = container.children[0];
  return first ? !spansLines(site, container, first) : sharesLine(site, container);
}

function sharesLine(site: Site, node: JsonNode): boolean {
  const { parent } = node;
  const first = parent?.children[0];
  if (!parent || !first || spansLines(site, parent, first)) return false;
  return first === node ? sharesLine(site, parent) : true;
}

function spansLines({ text, toDocument }: Site, container: JsonNode, child: JsonNode): boolean {
  const start = keyOffset(child);
  return !isOneLine(text, toDocument(container.offset), toDocument(start));
}

function isOneLine(text: string, from: number, to: number): boolean {
  return !/[\r\n]/.test(text.slice(from, to));
}

/** Whether a part of a text is blank; a comment counts as text. */
function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}
