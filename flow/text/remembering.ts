/** Longer texts are not kept: what is kept can stay as long as the program. */
const maxLength = 4096;

/** A function that remembers what it made of its latest texts, at most `limit`. The same as `make` otherwise. */
export function remembering<T>(limit: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.made;
    const made = make(text);
    if (known.size >= limit) known.clear();
    if (text.length <= maxLength) known.set(text, { made });
    return made;
  };
}
