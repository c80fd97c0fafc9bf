import { type JsonNode, pathOf } from '../json/node';
import type { FlowModel } from '../model/flowModel';
import { formatOf, indentAt, type TextFormat } from './textFormat';

/** A replacement of `offset`..`end` by `text`, in UTF-16 code units of the version the model was built from. */
export interface Edit {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/** Puts a JSON value in the place of another; the value is laid out like the rest of the document. */
export function replaceValue(model: FlowModel, node: JsonNode, value: unknown): Edit[] {
  return [
    {
      offset: node.offset,
      end: node.end,
      text: layOut(value, formatOf(model.text), indentAt(model.text, node.offset)),
    },
  ];
}

/** Puts another name in the place of a key. */
export function renameKey(node: JsonNode, name: string): Edit[] {
  return node.key ? [{ offset: node.key.offset, end: node.key.end, text: JSON.stringify(name) }] : [];
}

/** Adds a property behind the last one of an object, or behind `after`; on lines of its own where the object has lines. */
export function insertMember(
  model: FlowModel,
  object: JsonNode,
  name: string,
  value: unknown,
  after?: JsonNode,
): Edit[] {
  const format = formatOf(model.text);
  const last = after ?? object.children[object.children.length - 1];
  const indent = last ? indentAt(model.text, keyOffset(last)) : indentAt(model.text, object.offset) + format.unit;
  const member = `${JSON.stringify(name)}: ${layOut(value, format, indent)}`;
  if (!last) return [fillEmpty(model, object, member, indent, format)];
  return insertBehind(model, object, last, member, indent, format);
}

/** Adds an item to an array at a position (at the end when it is left out). */
export function insertItem(
  model: FlowModel,
  array: JsonNode,
  value: unknown,
  position = array.children.length,
): Edit[] {
  const format = formatOf(model.text);
  const before = array.children[position - 1];
  const next = array.children[position];
  const neighbour = before ?? next;
  const indent = neighbour ? indentAt(model.text, neighbour.offset) : indentAt(model.text, array.offset) + format.unit;
  const item = layOut(value, format, indent);
  if (!neighbour) return [fillEmpty(model, array, item, indent, format)];
  if (before) return insertBehind(model, array, before, item, indent, format);
  if (!isBroken(model, array, neighbour)) return [insertion(neighbour.offset, `${item}, `)];
  // Directly behind the bracket, so that a comment above the first item stays with it.
  const start = array.offset + 1;
  return [insertion(start + lineComment(model.text, start).length, `${format.eol}${indent}${item},`)];
}

/** Takes a property or an item out, with its comma and the line it leaves empty; comments on other lines stay. */
export function remove(model: FlowModel, node: JsonNode): Edit[] {
  const siblings = node.parent?.children ?? [];
  const { text } = model;
  const start = keyOffset(node);
  const next = siblings[node.index + 1];
  if (next) {
    const comma = findComma(text, node.end, keyOffset(next));
    if (comma < 0) return [{ offset: start, end: node.end, text: '' }];
    return [{ offset: start, end: skipBlank(text, comma + 1), text: '' }];
  }
  const previous = siblings[node.index - 1];
  if (!previous) {
    const from = backOverBlank(text, start);
    const trailing = /^\s*,/.exec(text.slice(node.end))?.[0].length ?? 0;
    return [{ offset: from, end: node.end + trailing, text: '' }];
  }
  const comma = findComma(text, previous.end, start);
  const from = backOverBlank(text, start);
  // What stands between the comma and the property, a comment for one, is kept.
  if (comma < 0 || comma + 1 === from) return [{ offset: comma < 0 ? from : comma, end: node.end, text: '' }];
  return [
    { offset: comma, end: comma + 1, text: '' },
    { offset: from, end: node.end, text: '' },
  ];
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

/** The JSON pointer of a node, as messages and tests name places. */
export function pointerOf(node: JsonNode): string {
  return pathOf(node)
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

const keyOffset = (node: JsonNode) => (node.key ? node.key.offset : node.offset);

function layOut(value: unknown, format: TextFormat, indent: string): string {
  return JSON.stringify(value, null, format.unit).replaceAll('\n', format.eol + indent);
}

const insertion = (offset: number, text: string): Edit => ({ offset, end: offset, text });

function isBroken(model: FlowModel, container: JsonNode, child: JsonNode): boolean {
  return model.text.slice(container.offset, keyOffset(child)).includes('\n');
}

function insertBehind(
  model: FlowModel,
  container: JsonNode,
  previous: JsonNode,
  content: string,
  indent: string,
  format: TextFormat,
): Edit[] {
  const end = previous.end;
  if (!isBroken(model, container, previous)) return [insertion(end, `, ${content}`)];
  const line = format.eol + indent + content;
  // A comment that ends the line speaks of what stands before it, and keeps its place there.
  const comment = lineComment(model.text, end);
  if (comment === '') return [insertion(end, `,${line}`)];
  if (comment.trimStart().startsWith(',')) return [insertion(end + comment.length, `${line},`)];
  return [insertion(end, ','), insertion(end + comment.length, line)];
}

/** What is left of a line when it is only a comment, the comma before it included; empty when it is more or no comment. */
function lineComment(text: string, offset: number): string {
  const rest = text.slice(offset, lineEnd(text, offset)).replace(/\r$/, '');
  return /^[ \t]*,?[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/)[ \t]*$/.test(rest) ? rest : '';
}

function fillEmpty(model: FlowModel, container: JsonNode, content: string, indent: string, format: TextFormat): Edit {
  const outer = indentAt(model.text, container.offset);
  const start = container.offset + 1;
  const closed = model.text[container.end - 1] === (container.type === 'object' ? '}' : ']');
  if (!closed) return insertion(start, `${format.eol}${indent}${content}`);
  const inside = model.text.slice(start, container.end - 1);
  // A comment in the brackets is kept.
  const kept = inside.trim() === '' ? '' : inside.trimEnd();
  return {
    offset: start,
    end: container.end - 1,
    text: `${kept}${format.eol}${indent}${content}${format.eol}${outer}`,
  };
}

/** The comma between two neighbours, comments passed over; -1 when there is none. */
function findComma(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at;
    if (text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) at = Math.max(at, text.indexOf('*/', at) + 1);
  }
  return -1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
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
