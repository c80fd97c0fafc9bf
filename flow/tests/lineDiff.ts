/** A line of two texts side by side: in both, only expected, or only there. */
export interface DiffLine {
  readonly kind: 'same' | 'expected' | 'actual';
  readonly text: string;
}

/** Beyond this many lines the first that differ have to do: the table grows with the square. */
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

/** How many lines two lists have in common, in their order, from two positions on. */
function sharedFrom(left: readonly string[], right: readonly string[]): (i: number, j: number) => number {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const [below = 0, beside = 0, both = 0] = [
        table[(i + 1) * width + j],
        table[i * width + j + 1],
        table[(i + 1) * width + j + 1],
      ];
      table[i * width + j] = left[i] === right[j] ? both + 1 : Math.max(below, beside);
    }
  }
  return (i, j) => table[i * width + j] ?? 0;
}
