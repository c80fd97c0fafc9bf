import type { Edit } from './edit';

/** A part of a text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly offset: number;
  readonly end: number;
}

/** Where a range of a text is after edits, which are all of that text; undefined where one of them goes over its ends. */
export function rangeAfter({ offset, end }: Range, edits: readonly Edit[]): Range | undefined {
  let [before, inside] = [0, 0];
  for (const edit of edits) {
    const by = edit.text.length - (edit.end - edit.offset);
    if (edit.end <= offset) before += by;
    else if (edit.offset > offset && edit.end < end) inside += by;
    else if (edit.offset < end) return undefined;
  }
  return { offset: offset + before, end: end + before + inside };
}
