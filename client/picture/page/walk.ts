import type { PictureEdge, PictureNode } from '../../../flow';

export type Direction = 'down' | 'up' | 'left' | 'right' | 'first' | 'last' | 'next' | 'previous';

interface Walkable {
  readonly nodes: readonly Pick<PictureNode, 'key'>[];
  readonly edges: readonly Pick<PictureEdge, 'from' | 'to'>[];
}

/** A node, and the one from which an arrow was followed to it; undefined where none was. */
export interface Reached {
  readonly key: string;
  readonly from?: string | undefined;
}

/**
 * Where an arrow key leads: down and up along the arrows, left and right among the targets of the action from which the arrow was followed, to the
 * next and the previous node in the order of the text. Undefined if nothing is there.
 */
export function walk({ nodes, edges }: Walkable, { key, from }: Reached, direction: Direction): Reached | undefined {
  const order = new Map(nodes.map((node, at) => [node.key, at]));
  const at = (key: string) => order.get(key) ?? 0;
  const ordered = { first: 0, last: nodes.length - 1, next: at(key) + 1, previous: at(key) - 1 };
  if (direction in ordered) {
    const node = nodes[ordered[direction as keyof typeof ordered]];
    return node && { key: node.key };
  }
  if (direction === 'down') {
    const targets = targetsOf(edges, key).filter((to) => to !== key);
    // Arrows that go back are beside the first one that leads down.
    const to = targets.find((to) => at(to) > at(key)) ?? targets[0];
    return to === undefined ? undefined : { key: to, from: key };
  }
  // The way from above rather than an arrow that goes back.
  const into = edges.flatMap((edge) => (edge.to === key && edge.from !== key ? [edge.from] : []));
  const above = into.filter((before) => at(before) < at(key));
  const followed = from !== undefined && into.includes(from) ? from : undefined;
  if (direction === 'up') {
    const to = followed ?? above[0] ?? into[0];
    return to === undefined ? undefined : { key: to };
  }
  const parent = followed ?? [...above, ...into].find((before) => targetsOf(edges, before).length > 1);
  if (parent === undefined) return undefined;
  const siblings = targetsOf(edges, parent);
  const to = siblings[siblings.indexOf(key) + (direction === 'left' ? -1 : 1)];
  return to === undefined ? undefined : { key: to, from: parent };
}

const targetsOf = (edges: Walkable['edges'], key: string) => [
  ...new Set(edges.flatMap((edge) => (edge.from === key ? [edge.to] : []))),
];
