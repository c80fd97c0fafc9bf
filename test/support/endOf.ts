/** What a generator comes to at its end. */
export function endOf<T>(going: Generator<unknown, T, void>): T {
  let step = going.next();
  while (!step.done) step = going.next();
  return step.value;
}
