import { createScanner, type Edit, format } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { placeOf, rangeOf, type TextPlaces } from '../text/rangeOf';

/**
 * The edits that lay out a document, or a range of it, as VS Code's JSON support would: white space alone changes, comments stay.
 *
 * Around what is no JSON nothing is touched. A line break at the end of the text is kept where the options do not ask for another thing; so is
 * a byte order mark, which the formatter would otherwise take for an error. What is nested too deep to be read is left alone.
 */
export function formatting(
  model: FlowModel,
  range: Range | undefined,
  options: FormattingOptions,
  document: TextPlaces,
): TextEdit[] {
  const skipped = model.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = model.text.slice(skipped);
  // Each level indents all that is in it: of such a text more would come back than memory holds.
  if (isTooDeep(text)) return [];
  const place = range && placeOf(document, range);
  const offset = place && Math.max(0, place.offset - skipped);
  const edits = format(
    text,
    place && offset !== undefined ? { offset, length: Math.max(0, place.end - skipped - offset) } : undefined,
    {
      tabSize: options.tabSize,
      insertSpaces: options.insertSpaces,
      insertFinalNewline: options.insertFinalNewline ?? /\n\s*$/.test(text),
    },
  );
  return (edits.length > manyEdits ? [joinEdits(text, edits)] : edits).map((edit) => ({
    range: rangeOf(document, { offset: edit.offset + skipped, end: edit.offset + edit.length + skipped }),
    newText: edit.content,
  }));
}

/** Deeper nesting is no flow. */
const deepest = 256;
/** Of brackets and values with all the levels above each. A flow of 10 000 actions has a million. */
const mostLevels = 50_000_000;

/** Whether brackets are nested too deep, in the way of the formatter: whatever kinds they are, and where they stand. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  let levels = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    levels += depth;
    if (depth > deepest || levels > mostLevels) return true;
  }
  return false;
}

/** An editor takes one large edit in less time than a great many small ones. */
const manyEdits = 5000;

function joinEdits(text: string, edits: readonly Edit[]): Edit {
  const offset = edits[0]?.offset ?? 0;
  const parts: string[] = [];
  let at = offset;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.offset), edit.content);
    at = edit.offset + edit.length;
  }
  return { offset, length: at - offset, content: parts.join('') };
}
