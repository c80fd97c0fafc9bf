import type { Range } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { rangeOf, type TextPlaces } from '../text/rangeOf';
import { findRenaming, isRefusal, type Refusal } from '../text/renaming';

/** The name at an offset that can be changed, and its place; null if nothing is named there, or the reason why it must stay. */
export function prepareRename(
  model: FlowModel,
  offset: number,
  document: TextPlaces,
): { readonly range: Range; readonly placeholder: string } | Refusal | null {
  const renaming = findRenaming(model, offset);
  if (!renaming) return null;
  if (isRefusal(renaming)) return renaming;
  return { range: rangeOf(document, renaming.place), placeholder: renaming.name };
}
