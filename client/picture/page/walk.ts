import type { PictureEdge, PictureNode } from '../../../flow/layout/picture';

export type Direction = 'down' | 'up' | 'left' | 'right' | 'first' | 'last';

interface Walkable {
  readonly nodes: readonly Pick<PictureNode, 'key'>[];
  readonly edges: readonly Pick<PictureEdge, 'from' | 'to'>[];
}

/**
 * Where an arrow key leads from a node: down and up along the arrows, left and right among the targets of one action. Undefined if nothing is
 * there.
 */
export function walk({ nodes, edges }: Walkable, key: string, direction: Direction): string | undefined {
  if (direction === 'first') return nodes[0]?.key;
  if (direction === 'last') return nodes.at(-1)?.key;
  const order = new Map(nodes.map((node, at) => [node.key, at]));
  const at = (key: string) => order.get(key) ?? 0;
  if (direction === 'down') return edges.find(({ from }) => from === key)?.to;
  const into = edges.filter(({ to }) => to === key);
  // The way from above rather than an arrow that goes back.
  const before = into.find(({ from }) => at(from) < at(key)) ?? into[0];
  if (!before) return undefined;
  if (direction === 'up') return before.from;
  const siblings = [...new Set(edges.filter(({ from }) => from === before.from).map(({ to }) => to))];
  return siblings[siblings.indexOf(key) + (direction === 'left' ? -1 : 1)];
}
