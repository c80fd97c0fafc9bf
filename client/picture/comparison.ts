import { type ComparedPicture, comparePictures, type FlowModel, readFlow } from '../../flow';
import { changesText } from './changesText';

/** What a picture of changes shows. */
export interface Compared {
  readonly compared: ComparedPicture;
  /** Since when the text cannot be read and the picture is an older one; `""` while it is the newest. */
  readonly stale: string;
  /** What it means, in a sentence. */
  readonly note: string;
}

/** Compares two texts, again for each change of them. `than`: what the earlier one is. A text that is not there is undefined. */
export function createComparison(than: string, timeOfDay: () => string) {
  const empty = readFlow('');
  /** The last one in which both texts could be read. */
  let read: Compared | undefined;
  let stale = '';
  return (before: FlowModel | undefined, after: FlowModel | undefined): Compared => {
    const then = before ?? empty;
    const isFlow = after === undefined || after.scopes.length > 0;
    // If the text cannot be read, the last picture stays and a line says so.
    stale = isFlow ? '' : stale || timeOfDay();
    if (isFlow) {
      const compared = comparePictures(then, after ?? empty);
      read = { compared, stale, note: noteOf(than, compared, before, after) };
      return read;
    }
    if (read) return { ...read, stale };
    // Without a last picture, the earlier version is shown.
    return { compared: comparePictures(then, then), stale: '', note: unreadable(than, before) };
  };
}

function noteOf(
  than: string,
  { counts }: ComparedPicture,
  before: FlowModel | undefined,
  after: FlowModel | undefined,
): string {
  if (!before) return `The flow is new: ${than} does not have it.`;
  return after ? changesText(counts, than) : `The file no longer exists. This is what ${than} has.`;
}

const unreadable = (than: string, before: FlowModel | undefined) =>
  `The text is not a flow now.${before ? ` This is what ${than} has.` : ''}`;
