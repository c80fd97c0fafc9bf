import type { JsonNode } from './node';

/**
 * A JSON text as a table of numbers: a row for each value in order of the text, so that what is inside a value follows it directly.
 *
 * A large flow has a hundred thousand values. As objects they fill the space of young objects several times over, and to collect them takes longer
 * than to read the text. Numbers are nothing to a collector, and lie side by side for whoever looks at one after another.
 */
export interface Rows {
  readonly text: string;
  /** What everybody asks, in `rowWidth` cells a row; what they hold says `Column`. Kept small, so that a processor has it at hand. */
  readonly cells: Int32Array;
  /** What few ask, in `surroundingsWidth` cells a row; what they hold says `Surrounding`. */
  readonly surroundings: Int32Array;
  /** The decoded names of the keys, each once, and in front of a name with capitals its form without (`foldKey`). */
  readonly names: readonly string[];
  /** The places of names in `names`. */
  readonly ids: ReadonlyMap<string, number>;
  /** For each name the place of its form as `foldKey` has it, by which the engine finds it too. */
  readonly folded: readonly number[];
  /** Decoded values by row, where the text is not to be taken to the letter: it has mistakes in it. */
  readonly values: ReadonlyMap<number, string | number>;
  /** The nodes that were asked for, by row: a row has one node. */
  readonly nodes: (JsonNode | undefined)[];
}

export const rowWidth = 4;

/** The cells of a row in `cells`. Offsets count UTF-16 code units; ends are exclusive. */
export const Column = {
  /** The kind in the lowest bits, and above them one more than the place of the key's name in `names`; 0 there without a key. */
  head: 0,
  offset: 1,
  end: 2,
  /** The row behind everything inside, which is the next sibling's where there is one. */
  next: 3,
} as const;

export const headBits = 3;

export const surroundingsWidth = 3;

/** The cells of a row in `surroundings`. */
export const Surrounding = {
  /** The row of the container around; -1 for the root. */
  parent: 0,
  keyOffset: 1,
  keyEnd: 2,
} as const;

export const kinds = ['object', 'array', 'string', 'number', 'boolean', 'null', 'missing'] as const;
export const Kind = { object: 0, array: 1, string: 2, number: 3, boolean: 4, null: 5, missing: 6 } as const;
