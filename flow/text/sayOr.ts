/** Alternatives as a sentence has them: "a", "a or b", "a, b or c"; the empty text for none. */
export function sayOr(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
