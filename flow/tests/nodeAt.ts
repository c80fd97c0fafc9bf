import type { JsonNode, Path } from '../json/node';

/** The node at a path, or the last one on the way to it that there is. */
export function nodeAt(root: JsonNode, path: Path): JsonNode {
  let node = root;
  for (const part of path) {
    const next =
      typeof part === 'number' ? node.children[part] : node.children.filter((child) => child.key?.name === part).at(-1);
    if (!next) return node;
    node = next;
  }
  return node;
}
