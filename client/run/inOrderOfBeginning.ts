/**
 * The actions that run, by key, in the order in which they began: those that ran before, in their order, then the others.
 *
 * The last of them is the one to look at. Calls that an action `call` has placed run beside the action of the first call.
 */
export function inOrderOfBeginning(before: readonly string[], running: readonly string[]): readonly string[] {
  const left = before.filter((key) => running.includes(key));
  return [...left, ...running.filter((key) => !left.includes(key))];
}
