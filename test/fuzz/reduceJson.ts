/**
 * The smallest value that still fails, of those that are found by taking parts away again and again; at most `tries` are tried.
 * For failures that end their process: all others are reduced by fast-check.
 */
export async function reduceJson(
  value: unknown,
  fails: (smaller: unknown) => Promise<boolean>,
  tries = 100,
): Promise<unknown> {
  let best = value;
  let left = tries;
  for (;;) {
    let found = false;
    for (const smaller of smallerOnes(best)) {
      if (left-- <= 0) return best;
      if (await fails(smaller)) {
        best = smaller;
        found = true;
        break;
      }
    }
    if (!found) return best;
  }
}

/** Values with one part less, the largest steps first. */
function* smallerOnes(value: unknown): Iterable<unknown> {
  if (typeof value === 'string') {
    for (const [from, to] of cuts(value.length)) yield value.slice(0, from) + value.slice(to);
  } else if (Array.isArray(value)) {
    for (const [from, to] of cuts(value.length)) yield [...value.slice(0, from), ...value.slice(to)];
    for (const [at, item] of value.entries()) {
      for (const smaller of smallerOnes(item)) yield value.with(at, smaller);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const smaller of smallerOnes(item)) yield { ...value, [key]: smaller };
    }
  }
}

/** Halves, quarters … of a length, down to single items. */
function* cuts(length: number): Iterable<readonly [number, number]> {
  for (let size = length; size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = 0; from < length; from += size) yield [from, Math.min(length, from + size)];
  }
}
