import type { JsonNode } from './node';

/** The first member, at any depth, whose object has another member of the same name before it. */
export function repeatedMember(node: JsonNode): JsonNode | undefined {
  const names = new Set<string>();
  for (const child of node.children) {
    const inner = repeatedMember(child);
    if (inner) return inner;
    if (!child.key) continue;
    if (names.has(child.key.name)) return child;
    names.add(child.key.name);
  }
  return undefined;
}
