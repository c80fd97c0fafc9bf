/** One sequence after the other. */
export function* inTurn<T>(...all: readonly Iterable<T>[]): Iterable<T> {
  for (const items of all) yield* items;
}
