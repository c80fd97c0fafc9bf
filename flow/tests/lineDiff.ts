import { sharedFrom } from '../text/sharedFrom';

/** A line of two texts side by side: in both, only expected, or only there. */
export interface DiffLine {
  readonly kind: 'same' | 'expected' | 'actual';
  readonly text: string;
}

/** Beyond this many lines the first that differ have to do: what they share takes the square of that. */
const maxLines = 400;

/** The lines of two texts, those that differ side by side: what was expected stands before what was. */
export function lineDiff(expected: string, actual: string): readonly DiffLine[] {
  const left = linesOf(expected);
  const right = linesOf(actual);
  const shared = sharedFrom(left, right);
  const lines: DiffLine[] = [];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const [a, b] = [left[i], right[j]];
    if (a !== undefined && a === b) {
      lines.push({ kind: 'same', text: a });
      i++;
      j++;
    } else if (a !== undefined && (b === undefined || shared(i + 1, j) >= shared(i, j + 1))) {
      lines.push({ kind: 'expected', text: a });
      i++;
    } else {
      lines.push({ kind: 'actual', text: b ?? '' });
      j++;
    }
  }
  return lines;
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n').slice(0, maxLines));
