/** What was expected and what was, as texts whose difference is what is missing. */
export interface Sides {
  readonly expected: string;
  readonly actual: string;
}

/** Something that was expected and did not come, behind something that did. */
export interface Missing {
  readonly text: string;
  /** Position in what happened, of what met the expectation before; -1 where none did. */
  readonly after: number;
}

/**
 * The two sides of a list of expectations that allows other things in between: what happened, and the same with what is missing in its place. What came instead
 * and looks like it stands on the same line.
 */
export function sidesOf(happened: readonly string[], missing: readonly Missing[], met: readonly number[]): Sides {
  const taken = new Set(met);
  const lines = happened.map((text) => [text]);
  const first: string[] = [];
  for (const { text, after } of missing) {
    const instead = closestTo(text, happened, after, taken);
    if (instead === undefined) (lines[after] ?? first).push(text);
    else {
      taken.add(instead);
      lines[instead] = [text];
    }
  }
  return { expected: [...first, ...lines.flat()].join('\n'), actual: happened.join('\n') };
}

/** The likest text behind a position that meets no expectation; undefined where none has half of its words. */
function closestTo(
  text: string,
  happened: readonly string[],
  after: number,
  taken: ReadonlySet<number>,
): number | undefined {
  const wanted = wordsOf(text);
  let best: number | undefined;
  let most = Math.max(1, wanted.size / 2);
  for (const [at, happening] of happened.entries()) {
    if (at <= after || taken.has(at)) continue;
    const words = wordsOf(happening);
    const shared = [...wanted].filter((word) => words.has(word)).length;
    if (shared < most || (shared === most && best !== undefined)) continue;
    best = at;
    most = shared;
  }
  return best;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
