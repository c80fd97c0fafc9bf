import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { formatLines } from '../text/formatLines';
import type { TextPlaces } from '../text/rangeOf';

/** The edits that lay out a document, or the lines of a range of it; see `formatLines`. */
export function formatting(
  model: { readonly text: string },
  range: Range | undefined,
  options: FormattingOptions,
  document: TextPlaces,
): TextEdit[] {
  return formatLines(model, range, options, document);
}
