import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../../flow/edit/edit';
import { formatText } from '../../flow/edit/formatText';
import { isNoText } from '../../flow/json/parse';
import { placeOf, type TextPlaces } from './rangeOf';
import { toTextEdits } from './toTextEdits';

/**
 * The edits that lay out a document, or the lines of a range of it, much as VS Code's JSON support would, except that one blank line stays.
 *
 * From the first line on that is not JSON nothing is touched. A byte order mark is kept. A file that is not a text, and brackets that are nested too
 * deep to be read, are left alone.
 */
export function formatLines(
  { text }: { readonly text: string },
  range: Range | undefined,
  options: FormattingOptions,
  document: TextPlaces,
): TextEdit[] {
  if (isNoText(text)) return [];
  const skipped = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const place = range && placeOf(document, range);
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
