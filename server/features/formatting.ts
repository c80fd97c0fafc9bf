import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { type Edit, formatText, isNoText, type JsonNode, type Place } from '../../flow';
import { placeOf, type ReadDocument, type WrittenDocument } from '../text/rangeOf';
import { toTextEdits } from '../text/toTextEdits';

/**
 * The edits that lay out a document, or the lines of a range of it, much as VS Code's JSON support would, except that one blank line stays.
 *
 * From the first line on that is not JSON nothing is touched. A byte order mark is kept. A file that is not a text, and brackets that are nested too
 * deep to be read, are left alone.
 */
export function formatting(
  document: WrittenDocument,
  range: Range | undefined,
  options: FormattingOptions,
): TextEdit[] {
  return formatLines(document, range && placeOf(document, range), options);
}

/**
 * The edits that lay out what a closing bracket before an offset has just closed: line breaks stay as they were typed. Nothing where the bracket
 * closes nothing.
 */
export function onTypeFormatting(
  document: WrittenDocument & ReadDocument,
  offset: number,
  options: FormattingOptions,
): TextEdit[] {
  const { root } = document.model;
  const closed = root && closedAt(root, offset);
  return closed ? formatLines(document, closed, { ...options, keepLines: true }) : [];
}

/** The object or list that ends at an offset, the innermost of several. */
function closedAt(root: JsonNode, offset: number): JsonNode | undefined {
  let found: JsonNode | undefined;
  for (let node: JsonNode | undefined = root; node; ) {
    if (node.end === offset && (node.type === 'object' || node.type === 'array')) found = node;
    node = node.children.find((child) => child.offset < offset && offset <= child.end);
  }
  return found;
}

function formatLines(document: WrittenDocument, place: Place | undefined, options: FormattingOptions): TextEdit[] {
  const { text } = document;
  if (isNoText(text)) return [];
  const skipped = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const edits = formatText(
    text.slice(skipped),
    { ...options, keepLines: options.keepLines === true },
    place && { offset: Math.max(0, place.offset - skipped), end: Math.max(0, place.end - skipped) },
  );
  if (!edits) return [];
  const placed = edits.map((edit) => ({ ...edit, offset: edit.offset + skipped, end: edit.end + skipped }));
  return toTextEdits(placed.length > manyEdits ? [joinEdits(text, placed)] : placed, document);
}

/** An editor takes one large edit in less time than a great many small ones. */
const manyEdits = 5000;

function joinEdits(text: string, edits: readonly Edit[]): Edit {
  const offset = edits[0]?.offset ?? 0;
  const parts: string[] = [];
  let at = offset;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.offset), edit.text);
    at = edit.end;
  }
  return { offset, end: at, text: parts.join('') };
}
