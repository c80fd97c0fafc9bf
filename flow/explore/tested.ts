import { sideOf, type TestLimit } from './limits';

/** What the tests of a flow can tell of one variable. */
export interface Tested {
  /** Texts that it can equal, or that have to be told apart for another reason. */
  readonly equals: ReadonlySet<string>;
  readonly limits: readonly TestLimit[];
  /** Some test looks at it together with another variable. */
  readonly isMixed: boolean;
  /** Not all that tests tell of it is known. */
  readonly isPartial: boolean;
}

export const untested: Tested = { equals: new Set(), limits: [], isMixed: false, isPartial: false };

/** The same for texts of which every test says the same. */
export const classIn = ({ equals, limits }: Tested, text: string): string =>
  equals.has(text) ? `"${text}` : limits.map((limit) => sideOf(limit, text)).join('');

/** The first text of each class. `wholeOf`: what the tests see of a text. */
export function onePerClass(
  tested: Tested,
  texts: Iterable<string>,
  wholeOf: (text: string) => string = (text) => text,
): readonly string[] {
  const known = new Set<string>();
  const found: string[] = [];
  for (const text of texts) {
    const size = known.size;
    known.add(classIn(tested, wholeOf(text)));
    if (known.size > size) found.push(text);
  }
  return found;
}
