import { freeHeight, isBlocked, type Obstacle } from './obstacles';
import type { Point } from './picture';
import { coreOf, type PlacedBlock } from './section';

/** Between a box and a line that runs down at its side, in pixels. */
const aside = 14;
/** From a box to a line that runs across above or below it. */
const apart = 5;

/**
 * The way from a box to the right side of its lane: straight, below or above it where something is in the way, or else along its side
 * to the next height at which nothing is.
 */
export function wayOut(block: PlacedBlock, right: number, obstacles: readonly Obstacle[]): Point[] {
  const side = { x: block.x + coreOf(block) / 2, y: block.y };
  // What is beside the box is in its room.
  const isFreeBeside = coreOf(block) === block.width && !isBlocked(side.y, side.x + 1, right, obstacles);
  if (isFreeBeside) return [side, { x: right, y: side.y }];
  const quarter = block.x + coreOf(block) / 4;
  for (const direction of ['down', 'up'] as const) {
    const edge = block.y + ((direction === 'down' ? 1 : -1) * block.height) / 2;
    const y = freeHeight(edge, direction, [quarter, right], obstacles);
    if (y !== undefined)
      return [
        { x: quarter, y: edge },
        { x: quarter, y },
        { x: right, y },
      ];
  }
  return alongSide(block, right, obstacles) ?? [side, { x: right, y: side.y }];
}

/** The way from a box to an upright line at `to`: along a side of the box, to the next height at which nothing is between them. */
export function alongSide(block: PlacedBlock, to: number, obstacles: readonly Obstacle[]): Point[] | undefined {
  const heights = obstacles
    .flatMap(({ top, bottom }) => [top - apart, bottom + apart])
    .sort((a, b) => Math.abs(a - block.y) - Math.abs(b - block.y));
  for (const y of heights)
    for (const sign of to > block.x ? [1, -1] : [-1, 1]) {
      const x = block.x + sign * (block.width / 2 + aside);
      if (isBlocked(y, x, to, obstacles) || isUprightBlocked(x, block.y, y, obstacles)) continue;
      return [
        { x: block.x + (sign * coreOf(block)) / 2, y: block.y },
        { x, y: block.y },
        { x, y },
        { x: to, y },
      ];
    }
  return undefined;
}

function isUprightBlocked(x: number, first: number, other: number, obstacles: readonly Obstacle[]): boolean {
  const top = Math.min(first, other);
  const bottom = Math.max(first, other);
  return obstacles.some((box) => box.left - apart < x && box.right + apart > x && box.top < bottom && box.bottom > top);
}
