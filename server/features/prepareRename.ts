import type { Range } from 'vscode-languageserver-types';
import { type ReadDocument, rangeOf } from '../text/rangeOf';
import { findRenaming, isRefusal, type RenameRefusal } from '../text/renaming';

/** The name at an offset that can be changed, and its place; null if nothing is named there, or the reason why it must stay. */
export function prepareRename(
  document: ReadDocument,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | RenameRefusal | null {
  const renaming = findRenaming(document.model, offset);
  if (!renaming || isRefusal(renaming)) return renaming ?? null;
  return { range: rangeOf(document, renaming.place), placeholder: renaming.name };
}
