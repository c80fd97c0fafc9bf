import type { TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../../flow';
import { rangeOf, type TextPlaces } from './rangeOf';

/** Edits of the core as editors take them. */
export function toTextEdits(edits: readonly Edit[], document: TextPlaces): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}
