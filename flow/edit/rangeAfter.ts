import type { Place } from '../json/place';
import type { Edit } from './edit';

/** Where a range of a text is after edits, which are all of that text; undefined where one of them goes over its ends. */
export function rangeAfter({ offset, end }: Place, edits: readonly Edit[]): Place | undefined {
  let [before, inside] = [0, 0];
  for (const edit of edits) {
    const by = edit.text.length - (edit.end - edit.offset);
    if (edit.end <= offset) before += by;
    else if (edit.offset > offset && edit.end < end) inside += by;
    else if (edit.offset < end) return undefined;
  }
  return { offset: offset + before, end: end + before + inside };
}
