import { type JsonNode, keyOffset, member } from '../json/node';
import { disableLines } from './disables';
import { type Edit, insertTexts, removeAll, startsLine, type Written } from './edit';
import { formatOf, indentAt } from './textFormat';

/**
 * Moves properties of an object (at least one) into the object that it has under `name`; where there is none, it is made around them.
 *
 * The values keep their text, comments included; comments between properties that stand apart stay where they are.
 */
export function moveInto(document: Written, nodes: readonly JsonNode[], object: JsonNode, name: string): Edit[] {
  const { text } = document;
  const format = formatOf(text);
  const target = member(object, name);
  if (target?.type === 'object') {
    const last = target.children[target.children.length - 1];
    const indent = last ? indentAt(text, keyOffset(last)) : indentAt(text, target.offset) + format.unit;
    const gap = last && startsLine(document, target, last) ? format.eol + indent : undefined;
    const texts = nodes.map(
      (node) => (gap === undefined ? '' : disableLines(text, node, gap)) + cut(text, keyOffset(node), node.end, indent),
    );
    return [...removeAll(document, nodes, true), ...insertTexts(document, target, texts, indent, last)];
  }
  const [first, ...others] = [...nodes].sort((a, b) => a.index - b.index);
  if (!first) return [];
  // Neighbours are wrapped together, with what stands between them.
  let last = first;
  while (others[0]?.index === last.index + 1) last = others.shift() ?? last;
  const outer = indentAt(text, keyOffset(first));
  const inner = outer + format.unit;
  const parts = [
    cut(text, keyOffset(first), last.end, inner),
    ...others.map((node) => cut(text, keyOffset(node), node.end, inner)),
  ];
  const wrapped = startsLine(document, object, first)
    ? `{${format.eol}${inner}${parts.join(`,${format.eol}${inner}`)}${format.eol}${outer}}`
    : `{ ${parts.join(', ')} }`;
  return [
    { offset: keyOffset(first), end: last.end, text: `${JSON.stringify(name)}: ${wrapped}` },
    ...removeAll(document, others, true),
  ];
}

/** A piece of text with its further lines indented for another place. */
export function cut(text: string, offset: number, end: number, indent: string): string {
  const before = indentAt(text, offset);
  return text
    .slice(offset, end)
    .replace(/(\r\n?|\n)([ \t]*)/g, (line, eol: string, blank: string) =>
      blank.startsWith(before) ? eol + indent + blank.slice(before.length) : line,
    );
}
