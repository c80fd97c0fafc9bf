import { sizes } from './measure';
import { coreOf, type Link, type PlacedBlock, type PlacedLink } from './section';

/** From a box to the line at its side, from there to a text, and between texts, in pixels. */
const aside = 14;
const apart = 6;
/** From the top of a box to below what is in its corner. */
const badgeRoom = 14;

/** The room at one side of a box that its arrows to itself need with their texts, in pixels. */
export function loopRoom(links: readonly Pick<Link, 'textWidth'>[], height: number): number {
  if (links.length === 0) return 0;
  return aside + columnsOf(links, height).reduce((room, column) => room + apart + widthOf(column), apart);
}

/** The arrows from a block to itself, at its left: they share a line, and their texts stand beside it. What runs within an action is at its right. */
export function drawLoops(links: readonly Link[], block: PlacedBlock): PlacedLink[] {
  const { x, y, height } = block;
  const left = x - coreOf(block) / 2;
  const leaves = y + height / 3;
  const enters = y - Math.min(height / 4, height / 2 - badgeRoom);
  const points = [
    { x: left, y: leaves },
    { x: left - aside, y: leaves },
    { x: left - aside, y: enters },
    { x: left, y: enters },
  ];
  let edge = left - aside;
  return columnsOf(links, height).flatMap((column) => {
    const middle = edge - apart - widthOf(column) / 2;
    edge = middle - widthOf(column) / 2;
    return column.map((link, at) => ({
      ...link,
      points,
      textAt: { x: middle, y: y + (at - (column.length - 1) / 2) * sizes.labelHeight },
    }));
  });
}

const widthOf = (column: readonly Pick<Link, 'textWidth'>[]) => Math.max(...column.map(({ textWidth }) => textWidth));

/** The texts in columns that are not higher than the box. */
function columnsOf<L>(links: readonly L[], height: number): readonly (readonly L[])[] {
  const rows = Math.max(1, Math.floor(height / sizes.labelHeight));
  const columns: L[][] = [];
  for (const [at, link] of links.entries())
    if (at % rows === 0) columns.push([link]);
    else columns.at(-1)?.push(link);
  return columns;
}
