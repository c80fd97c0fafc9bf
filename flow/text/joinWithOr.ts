/** Alternatives as a sentence has them: "a", "a or b", "a, b or c"; the empty string for none. */
export function joinWithOr(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
