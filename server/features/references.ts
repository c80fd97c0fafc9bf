import type { Location } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { findNamed } from '../text/named';
import { listOccurrences } from '../text/occurrences';
import { rangeOf, type TextPlaces } from '../text/rangeOf';

/** Every place that names the action or variable at an offset, in order of the text; null where nothing is named. */
export function references(
  model: FlowModel,
  offset: number,
  document: TextPlaces,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] | null {
  const named = findNamed(model, offset);
  if (!named) return null;
  return listOccurrences(model, named)
    .filter((one) => includeDeclaration || !one.declares)
    .map((one) => ({ uri: document.uri, range: rangeOf(document, one.place) }));
}
