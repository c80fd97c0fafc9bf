import type { Session } from './session';

export interface SessionChanges {
  readonly added: readonly Session[];
  readonly removed: readonly Session[];
}

/** What is different between two lists of sign-ins; undefined when nothing is. */
export function sessionChanges(before: readonly Session[], after: readonly Session[]): SessionChanges | undefined {
  const without = (list: readonly Session[], other: readonly Session[]) =>
    list.filter(({ id }) => !other.some((session) => session.id === id));
  const added = without(after, before);
  const removed = without(before, after);
  return added.length + removed.length > 0 ? { added, removed } : undefined;
}
