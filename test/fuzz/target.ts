import type fc from 'fast-check';

/** A part of the product that takes input from strangers, and what has to hold whatever they send. */
export interface Target<T> {
  readonly name: string;
  /** Inputs are JSON, so that one that fails can be kept as a fixture. */
  readonly input: fc.Arbitrary<T>;
  /** Rejects when a promise of the product is broken. */
  run(input: T): Promise<void>;
}
