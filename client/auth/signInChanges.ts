import type { KeptSignIn } from './keptSignIn';

export interface SignInChanges {
  readonly added: readonly KeptSignIn[];
  readonly removed: readonly KeptSignIn[];
}

/** What is different between two lists of sign-ins; undefined when nothing is. */
export function signInChanges(before: readonly KeptSignIn[], after: readonly KeptSignIn[]): SignInChanges | undefined {
  const without = (list: readonly KeptSignIn[], other: readonly KeptSignIn[]) =>
    list.filter(({ id }) => !other.some((session) => session.id === id));
  const added = without(after, before);
  const removed = without(before, after);
  return added.length + removed.length > 0 ? { added, removed } : undefined;
}
