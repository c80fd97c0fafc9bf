import { linePath } from './linePath';
import { sizes, widthOf } from './measure';
import type { Picture, PictureEdge, PictureNode, PlacedEdge, PlacedNode } from './picture';

/** A list from elsewhere that runs within an action. It is drawn at the right of the action, so that straight runs stay straight. */
export interface Aside {
  readonly node: PictureNode;
  readonly edge: PictureEdge;
}

/** The asides of a picture, by the key of the action; one for each. */
export function asidesOf({ nodes, edges }: Pick<Picture, 'nodes' | 'edges'>): ReadonlyMap<string, Aside> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const asides = new Map<string, Aside>();
  for (const edge of edges) {
    const node = edge.kind === 'nested' && !asides.has(edge.from) ? byKey.get(edge.to) : undefined;
    if (node?.kind === 'elsewhere') asides.set(edge.from, { node, edge });
  }
  return asides;
}

const gapOf = ({ edge }: Aside) => Math.ceil(widthOf(edge.text)) + 28;
const pillWidth = ({ node }: Aside) => Math.ceil(widthOf(node.title)) + 24;

/** The room that an aside takes, from the side of its action on, in pixels. */
export const asideRoom = (aside: Aside): number => gapOf(aside) + pillWidth(aside);

/** The place of an aside beside its placed action, with the line that leads there. */
export function placeAside(
  aside: Aside,
  { x, y, width, height }: PlacedNode,
): { node: PlacedNode; line: Pick<PlacedEdge, 'path' | 'textAt'> } {
  const middle = y + height / 2;
  const right = x + width;
  const left = right + gapOf(aside);
  const points = [
    { x: right, y: middle },
    { x: left, y: middle },
  ];
  const top = middle - sizes.pillHeight / 2;
  return {
    node: { ...aside.node, x: left, y: top, width: pillWidth(aside), height: sizes.pillHeight },
    line: { path: linePath(points), textAt: { x: (right + left - 6) / 2, y: middle } },
  };
}
