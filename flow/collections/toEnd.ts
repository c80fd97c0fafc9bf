/** What a generator returns when it has run to its end; nothing it yields is looked at. */
export function toEnd<T>(steps: Generator<unknown, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
