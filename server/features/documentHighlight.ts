import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { findNamed } from '../text/named';
import { listSame } from '../text/occurrences';
import { type ReadDocument, rangeOf } from '../text/rangeOf';

/** The places that name the action or variable at an offset; where it is declared or set they count as writing. */
export function documentHighlight(document: ReadDocument, offset: number): DocumentHighlight[] | null {
  const named = findNamed(document.model, offset);
  if (!named) return null;
  return listSame(document.model, named).map((occurrence) => ({
    range: rangeOf(document, occurrence.place),
    kind: occurrence.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
