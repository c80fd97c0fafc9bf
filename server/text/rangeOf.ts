import type { Position, Range } from 'vscode-languageserver-types';
import type { FlowModel, Place } from '../../flow';

/** The part of an LSP text document that features need: its address and how offsets and positions (UTF-16) become each other. */
export interface TextPlaces {
  readonly uri: string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** A document as it is written. */
export interface WrittenDocument extends TextPlaces {
  readonly text: string;
}

/** A document with what it means. */
export interface ReadDocument extends TextPlaces {
  readonly model: FlowModel;
}

/** The LSP range of a place in the text; nodes are places too. */
export function rangeOf(document: TextPlaces, place: Place): Range {
  return { start: document.positionAt(place.offset), end: document.positionAt(place.end) };
}

/** The place of an LSP range in the text. */
export function placeOf(document: TextPlaces, range: Range): Place {
  return { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The first character of a value, which stands for one that has no name. */
export const startOf = ({ offset }: Place): Place => ({ offset, end: offset + 1 });

/** What stands between the quotes of a string or key; of an unclosed string all that follows its quote. */
export function contentOf(text: string, place: Place): Place {
  if (text[place.offset] !== '"') return { offset: place.offset, end: place.end };
  const closed = place.end - place.offset > 1 && text[place.end - 1] === '"';
  return { offset: place.offset + 1, end: closed ? place.end - 1 : place.end };
}

/** The range of what stands between quotes in a document. */
export const contentRange = (document: ReadDocument, place: Place): Range =>
  rangeOf(document, contentOf(document.model.text, place));
