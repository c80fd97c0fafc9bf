import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { findNamed } from '../text/named';
import { listOccurrences } from '../text/occurrences';
import { rangeOf, type TextPlaces } from '../text/rangeOf';

/** The places that name the action or variable at an offset; where it is declared or set they count as writing. */
export function documentHighlight(model: FlowModel, offset: number, document: TextPlaces): DocumentHighlight[] | null {
  const named = findNamed(model, offset);
  if (!named) return null;
  return listOccurrences(model, named).map((occurrence) => ({
    range: rangeOf(document, occurrence.place),
    kind: occurrence.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
