import type { Place } from '../json/place';
import type { Edit } from './edit';

/** What is left of the first text, or what was put in. */
type Piece = Place | string;

/**
 * The edits that do at once what `first` and then `second` do; `second` counts in the text that `first` leaves.
 *
 * Both are in order of their text and do not overlap; so is the result. `length` is that of the text before all edits.
 */
export function composeEdits(length: number, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  return toEdits(change(change([{ offset: 0, end: length }], first), second), length);
}

/** The pieces of a text after edits that count in the text of the pieces. */
function change(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const changed: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  /** Takes the pieces up to a place, to keep them or to drop them. */
  const take = (end: number, keep: boolean) => {
    while (at < end) {
      const piece = rest.pop();
      if (piece === undefined) return;
      const size = lengthOf(piece);
      const cut = Math.min(size, end - at);
      if (cut < size) rest.push(slice(piece, cut, size));
      if (keep) changed.push(slice(piece, 0, cut));
      at += cut;
    }
  };
  for (const { offset, end, text } of edits) {
    take(offset, true);
    take(end, false);
    if (text !== '') changed.push(text);
  }
  take(Number.POSITIVE_INFINITY, true);
  return changed;
}

const lengthOf = (piece: Piece) => (typeof piece === 'string' ? piece.length : piece.end - piece.offset);

function slice(piece: Piece, start: number, end: number): Piece {
  if (typeof piece === 'string') return piece.slice(start, end);
  return { offset: piece.offset + start, end: piece.offset + end };
}

function toEdits(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  const next = (offset: number, end: number) => {
    if (offset > at || text !== '') edits.push({ offset: at, end: offset, text });
    text = '';
    at = end;
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (piece.end > piece.offset) next(piece.offset, piece.end);
  }
  next(length, length);
  return edits;
}
