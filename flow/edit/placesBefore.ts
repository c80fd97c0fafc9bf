import { firstIndex } from '../collections/firstIndex';
import type { Place } from '../json/place';
import type { Edit } from './edit';

/** Where a place of the text after edits stood before them. */
export function placesBefore(edits: readonly Edit[]): (place: Place) => Place {
  // For each edit how far what follows it has moved, and where it begins afterwards.
  const moved: { start: number; end: number; before: Edit; shift: number }[] = [];
  let shift = 0;
  for (const before of edits) {
    const start = before.offset + shift;
    shift += before.text.length - (before.end - before.offset);
    moved.push({ start, end: start + before.text.length, before, shift });
  }
  const back = (offset: number) => {
    const last = moved[firstIndex(moved, ({ start }) => start > offset) - 1];
    if (!last) return offset;
    if (offset >= last.end) return offset - last.shift;
    return Math.min(last.before.offset + offset - last.start, last.before.end);
  };
  return ({ offset, end }) => ({ offset: back(offset), end: back(end) });
}
