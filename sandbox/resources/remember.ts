import type { Row } from './row';

/**
 * What is made of a row, made anew when the row has changed. Rows change in place; what they hold is replaced and never changed, so comparing their
 * members is enough.
 */
export function rememberOfRows<R extends Row, T>(make: (row: R) => T): (row: R) => T {
  const known = new WeakMap<R, { readonly of: R; readonly made: T }>();
  return (row) => {
    const before = known.get(row);
    if (before && isSame(before.of, row)) return before.made;
    const made = make(row);
    known.set(row, { of: { ...row }, made });
    return made;
  };
}

type Members = Readonly<Record<string, unknown>>;

/** Rows get no members and lose none, except by a change of one that both have. */
function isSame(before: Row, after: Row): boolean {
  const [then, now] = [before as unknown as Members, after as unknown as Members];
  for (const name in now) if (then[name] !== now[name]) return false;
  return true;
}
