import { hasLineBreak, isLineBreak, lineEnd, skipSpaces, skipSpacesBack } from '../json/lineAround';
import { listComments } from '../json/listComments';
import { isClosed, type JsonNode, keyOffset } from '../json/node';
import type { Place } from '../json/place';
import { isForNextLine } from '../model/disableComment';
import { removeDisables } from './disables';
import { endsInComment, findComma } from './findComma';
import { formatOf, hasLines, indentAt, type TextFormat } from './textFormat';

/** What an edit is worked out for: a text, however it was read. */
export interface Written {
  readonly text: string;
}

/** A replacement of `offset`..`end` by `text`, in UTF-16 code units of the version that was read. */
export interface Edit extends Place {
  readonly text: string;
}

/** Puts a JSON value in the place of another; the value is laid out as that one, if it has parts, else like the rest of the document. */
export function replaceValue(document: Written, node: JsonNode, value: unknown): Edit[] {
  const inline = isInline(document, node);
  return [
    {
      offset: node.offset,
      end: node.end,
      text: layOut(value, formatOf(document.text), indentAt(document.text, node.offset), inline),
    },
  ];
}

/** Puts another name in the place of a key. */
export function renameKey(node: JsonNode, name: string): Edit[] {
  return node.key ? [{ offset: node.key.offset, end: node.key.end, text: JSON.stringify(name) }] : [];
}

/** Adds a property behind the last one of an object, or behind `after`; on lines of its own where the object has lines. */
export function insertMember(
  document: Written,
  object: JsonNode,
  name: string,
  value: unknown,
  after?: JsonNode,
): Edit[] {
  return insertMembers(document, object, { [name]: value }, after);
}

/** Adds a property before the first one of an object, where people look for an id. */
export function prependMember(document: Written, object: JsonNode, name: string, value: unknown): Edit[] {
  const [first] = object.children;
  if (!first?.key) return insertMember(document, object, name, value);
  const inline = isInline(document, object);
  const format = formatOf(document.text);
  const indent = indentAt(document.text, first.key.offset);
  const gap = inline ? ' ' : format.eol + indent;
  const member = `${JSON.stringify(name)}: ${layOut(value, format, indent, inline)}`;
  return [insertion(first.key.offset, `${member},${gap}`)];
}

/** Adds several properties (at least one) in the order given; as `insertMember` does for one, but in edits that fit together. */
export function insertMembers(
  document: Written,
  object: JsonNode,
  members: Readonly<Record<string, unknown>>,
  after?: JsonNode,
): Edit[] {
  const format = formatOf(document.text);
  const last = after ?? object.children[object.children.length - 1];
  const indent = last ? indentAt(document.text, keyOffset(last)) : indentAt(document.text, object.offset) + format.unit;
  const inline = isInline(document, object);
  const texts = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}: ${layOut(value, format, indent, inline)}`,
  );
  return insertTexts(document, object, texts, indent, last);
}

/** Adds an item to an array at a position (at the end when it is left out). */
export function insertItem(document: Written, array: JsonNode, value: unknown, position?: number): Edit[] {
  return insertItems(document, array, [value], position);
}

/** The same for several items (at least one), in edits that fit together. */
export function insertItems(
  document: Written,
  array: JsonNode,
  values: readonly unknown[],
  position = array.children.length,
): Edit[] {
  const format = formatOf(document.text);
  const before = array.children[position - 1];
  const next = array.children[position];
  const neighbour = before ?? next;
  const indent = neighbour
    ? indentAt(document.text, neighbour.offset)
    : indentAt(document.text, array.offset) + format.unit;
  const inline = isInline(document, neighbour?.children.length ? neighbour : array);
  const items = values.map((value) => layOut(value, format, indent, inline));
  if (before || !neighbour) return insertTexts(document, array, items, indent, before);
  if (!startsLine(document, array, neighbour)) return [insertion(neighbour.offset, `${items.join(', ')}, `)];
  // Directly behind the bracket, so that a comment above the first item stays with it.
  const start = array.offset + 1;
  return [
    insertion(
      start + lineComment(document.text, start).length,
      `${format.eol}${indent}${items.join(`,${format.eol}${indent}`)},`,
    ),
  ];
}

/**
 * Takes a property or an item out, with its comma and the line it leaves empty; comments on other lines stay, but for those that turn checks off for it
 * alone.
 */
export function remove(document: Written, node: JsonNode): Edit[] {
  return removeRun(document, node, node);
}

/** Takes several properties or items of one container out. If they are `moved`, comments between a key and its value go with them. */
export function removeAll(document: Written, nodes: readonly JsonNode[], moved = false): Edit[] {
  const edits: Edit[] = [];
  const sorted = [...nodes].sort((a, b) => a.index - b.index);
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at];
    let last = first;
    for (at++; last && sorted[at]?.index === last.index + 1; at++) last = sorted[at];
    if (first && last) edits.push(...removeRun(document, first, last, moved));
  }
  return edits;
}

function removeRun(document: Written, first: JsonNode, last: JsonNode, moved = false): Edit[] {
  return [...removeDisables(document.text, first, last), ...removeNodes(document, first, last, moved)];
}

function removeNodes(document: Written, first: JsonNode, last: JsonNode, moved: boolean): Edit[] {
  const siblings = first.parent?.children ?? [];
  const { text } = document;
  const start = keyOffset(first);
  const next = siblings[last.index + 1];
  const inside = commentsAround(text, siblings.slice(first.index, last.index + 1), moved);
  if (next) {
    const comma = findComma(text, last.end, keyOffset(next));
    const end = comma < 0 ? last.end : skipBlank(text, comma + 1);
    const kept = [...inside, ...(comma < 0 ? [] : commentsBetween(text, last.end, comma))];
    // What ends a line behind another one leaves its line break to that.
    const beside = skipSpacesBack(text, start);
    if (
      kept.length === 0 &&
      first.index > 0 &&
      comma >= 0 &&
      !isLineBreak(text[beside - 1]) &&
      isLineEnd(text, comma + 1)
    )
      return [{ offset: beside, end: skipSpaces(text, comma + 1), text: '' }];
    return [{ offset: start, end, text: keptText(text, kept, start, false) }];
  }
  const previous = siblings[first.index - 1];
  if (!previous && first.parent && isClosed(text, first.parent)) {
    const all = { offset: first.parent.offset + 1, end: first.parent.end - 1 };
    const rest = text.slice(all.offset, start) + text.slice(last.end, all.end);
    if (inside.length === 0 && /^\s*,?\s*$/.test(rest)) return [{ ...all, text: '' }];
  }
  const before = backOverBlank(text, start);
  const trailing = findComma(text, last.end, Math.max(last.end, (first.parent?.end ?? 0) - 1));
  // What stands before a trailing comma, a comment for one, is kept.
  const isBeside = trailing >= 0 && text.slice(last.end, trailing).trim() === '';
  const stop = isBeside ? trailing + 1 : last.end;
  // A comment that follows in the line keeps a line of its own, or it would be added to one about something else. Whatever else follows would
  // become a part of a comment that ends the line before.
  const apart =
    inside.length > 0 ||
    (hasLineBreak(text.slice(before, start)) &&
      (lineComment(text, last.end) !== '' ||
        (!isLineEnd(text, stop) && endsInComment(text, previous?.end ?? (first.parent?.offset ?? -1) + 1, before))));
  const from = apart ? start : before;
  const kept = keptText(text, inside, start, isLineEnd(text, stop));
  const removal = { offset: from, end: apart ? skipSpaces(text, stop) : stop, text: kept };
  if (trailing >= 0) return isBeside ? [removal] : [removal, { offset: trailing, end: trailing + 1, text: '' }];
  const comma = previous ? findComma(text, previous.end, start) : -1;
  if (comma < 0) return [removal];
  // What stands between the comma and the property, a comment for one, is kept.
  if (comma + 1 === from) return [{ ...removal, offset: comma }];
  return [{ offset: comma, end: comma + 1, text: '' }, removal];
}

/** The comments beside the keys, unless they are `moved`, and between the values of neighbours; those within the values are a part of them. */
function commentsAround(text: string, nodes: readonly JsonNode[], moved: boolean): string[] {
  return nodes.flatMap((node, at) => {
    const before = nodes[at - 1];
    return [
      // Those that turn checks off are for what is removed.
      ...(before ? commentsBetween(text, before.end, keyOffset(node)) : []).filter(
        (comment) => !isForNextLine(comment),
      ),
      ...(node.key && !moved ? commentsBetween(text, node.key.end, node.offset) : []),
    ];
  });
}

function commentsBetween(text: string, from: number, to: number): string[] {
  const gap = text.slice(from, to);
  return gap.includes('/') ? listComments(gap).map(({ offset, end }) => gap.slice(offset, end)) : [];
}

/** Comments that stay where something is removed; what follows a line comment needs a line of its own. */
function keptText(text: string, comments: readonly string[], at: number, endsLine: boolean): string {
  const { eol } = formatOf(text);
  return comments
    .map((comment, index) => {
      if (endsLine && index === comments.length - 1) return comment;
      return comment.startsWith('//') ? comment + eol + indentAt(text, at) : `${comment} `;
    })
    .join('');
}

/** The text after edits that do not overlap; of those at one offset the first in the list comes first, as in an editor. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.end - b.end)) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function layOut(value: unknown, format: TextFormat, indent: string, inline: boolean): string {
  return inline ? onOneLine(value) : JSON.stringify(value, null, format.unit).replaceAll('\n', format.eol + indent);
}

/** JSON on one line with the spaces that people leave. */
function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${onOneLine(item)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/** Whether what stands in a container shares its line; where nothing does, whether the container shares that of its neighbours. */
function isInline(document: Written, container: JsonNode): boolean {
  const [first] = container.children;
  if (first) return !startsLine(document, container, first);
  return container.parent !== undefined && !startsLine(document, container.parent, container);
}

const insertion = (offset: number, text: string): Edit => ({ offset, end: offset, text });

/** Whether a container has its children on lines of their own. */
export function startsLine(document: Written, container: JsonNode, child: JsonNode): boolean {
  return hasLines(document.text) && hasLineBreak(document.text.slice(container.offset, keyOffset(child)));
}

/** Adds texts that are laid out already, behind a child or into an empty container. */
export function insertTexts(
  document: Written,
  container: JsonNode,
  texts: readonly string[],
  indent: string,
  previous: JsonNode | undefined,
): Edit[] {
  const format = formatOf(document.text);
  const gap = format.eol + indent;
  if (!previous) {
    const between = isInline(document, container) ? ' ' : gap;
    return [fillEmpty(document, container, texts.join(`,${between}`), indent, format)];
  }
  const { end } = previous;
  if (!startsLine(document, container, previous)) return [insertion(end, `, ${texts.join(', ')}`)];
  const lines = gap + texts.join(`,${gap}`);
  // A comment that ends the line speaks of what stands before it, and keeps its place there.
  const comment = lineComment(document.text, end);
  if (comment === '') return [insertion(end, `,${lines}`)];
  if (comment.trimStart().startsWith(',')) return [insertion(end + comment.length, `${lines},`)];
  return [insertion(end, ','), insertion(end + comment.length, lines)];
}

/** What is left of a line when it is only a comment, the comma before it included; empty when it is more or no comment. */
function lineComment(text: string, offset: number): string {
  const blank = skipSpaces(text, offset);
  const start = text[blank] === ',' ? skipSpaces(text, blank + 1) : blank;
  // Most lines go on otherwise, and some are a whole document.
  if (text[start] !== '/') return '';
  const rest = text.slice(offset, lineEnd(text, offset));
  return /^[ \t]*,?[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/)[ \t]*$/.test(rest) ? rest : '';
}

function fillEmpty(document: Written, container: JsonNode, content: string, indent: string, format: TextFormat): Edit {
  const outer = indentAt(document.text, container.offset);
  const start = container.offset + 1;
  if (!isClosed(document.text, container)) return insertion(start, `${format.eol}${indent}${content}`);
  const inside = document.text.slice(start, container.end - 1);
  if (inside.trim() === '' && isInline(document, container)) {
    const pad = container.type === 'object' ? ' ' : '';
    return { offset: start, end: container.end - 1, text: `${pad}${content}${pad}` };
  }
  // A comment in the brackets is kept.
  const kept = inside.trim() === '' ? '' : inside.trimEnd();
  return {
    offset: start,
    end: container.end - 1,
    text: `${kept}${format.eol}${indent}${content}${format.eol}${outer}`,
  };
}

/** Whether the line ends here, spaces passed over. */
function isLineEnd(text: string, at: number): boolean {
  const end = skipSpaces(text, at);
  return end === text.length || isLineBreak(text[end]);
}

function skipBlank(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text[end] ?? '')) end++;
  return end;
}

function backOverBlank(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  return start;
}
