/** The keys of nodes that have another key in the next picture, or none; and so those of the arrows from starts. */
export type MovedKeys = Readonly<Record<string, string | null>>;

/** The parts of a message that name something in a picture. */
const named = ['key', 'node', 'until', 'to', 'edge'] as const;

/** What was asked in a picture, with the keys of the next one; undefined where something of it no longer exists. */
export function renewKeys<T extends object>(asked: T, moved: MovedKeys): T | undefined {
  const renewed: Record<string, string> = {};
  for (const name of named) {
    const key = (asked as Readonly<Record<string, unknown>>)[name];
    if (typeof key !== 'string') continue;
    const old = Object.hasOwn(moved, key) || name !== 'edge' ? key : sourceOf(key, moved);
    if (old === undefined || !Object.hasOwn(moved, old)) continue;
    const next = moved[old];
    if (typeof next !== 'string') return undefined;
    renewed[name] = next + key.slice(old.length);
  }
  return { ...asked, ...renewed };
}

/** The key of an arrow begins with that of its action. */
const sourceOf = (edge: string, moved: MovedKeys) => Object.keys(moved).find((node) => edge.startsWith(`${node} `));
