/** What is listed for one key after another, until it is forgotten: to look through a workspace takes time. */
export interface RememberedLists<Key> {
  list(key: Key): Promise<readonly string[]>;
  /** There may be others now. */
  forget(): void;
}

export function rememberLists<Key>(look: (key: Key) => Promise<readonly string[]>): RememberedLists<Key> {
  let known = new Map<Key, Promise<readonly string[]>>();
  return {
    list(key) {
      const listed = known.get(key);
      if (listed) return listed;
      const lists = known;
      const found = look(key);
      lists.set(key, found);
      // What failed may succeed the next time.
      found.catch(() => lists.delete(key));
      return found;
    },
    forget() {
      known = new Map();
    },
  };
}
