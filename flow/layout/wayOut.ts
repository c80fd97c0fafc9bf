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
  const side = sideOf(block, right);
  const straight = [side, { x: right, y: side.y }];
  // What is beside the box is in its room.
  if (coreOf(block) === block.width && !isBlockedFrom(side, right, obstacles)) return straight;
  const around = across(block, right, 'down', obstacles) ?? across(block, right, 'up', obstacles);
  return around ?? alongSide(block, right, obstacles) ?? straight;
}

/** The way from a box to an upright line at `to`, in one direction where boxes are in the way. It leaves `off` the middle of the side. */
export function wayTo(
  to: number,
  direction: 'down' | 'up',
  block: PlacedBlock,
  boxes: readonly Obstacle[],
  off = 0,
): Point[] {
  const { x, y } = sideOf(block, to);
  const side = { x, y: direction === 'down' ? y + off : y - off };
  const straight = [side, { x: to, y: side.y }];
  if (!isBlockedFrom(side, to, boxes)) return straight;
  return across(block, to, direction, boxes) ?? alongSide(block, to, boxes) ?? straight;
}

const toward = (block: PlacedBlock, to: number) => (to < block.x ? -1 : 1);

/** The middle of the side of a box that an upright line at `to` is on. */
export const sideOf = (block: PlacedBlock, to: number): Point => ({
  x: block.x + (toward(block, to) * coreOf(block)) / 2,
  y: block.y,
});

/** Whether something is between a place at the side of a box and an upright line. */
export const isBlockedFrom = ({ x, y }: Point, to: number, boxes: readonly Obstacle[]): boolean =>
  isBlocked(y, x + Math.sign(to - x), to, boxes);

/** The way below or above a box to an upright line; undefined where no height is free. */
function across(
  block: PlacedBlock,
  to: number,
  direction: 'down' | 'up',
  obstacles: readonly Obstacle[],
): Point[] | undefined {
  const x = block.x + (toward(block, to) * coreOf(block)) / 4;
  const edge = block.y + ((direction === 'down' ? 1 : -1) * block.height) / 2;
  const y = freeHeight(edge, direction, [x, to], obstacles);
  if (y === undefined) return undefined;
  return [
    { x, y: edge },
    { x, y },
    { x: to, y },
  ];
}

/** The way from a box to an upright line at `to`: along a side of the box, to the next height at which nothing is between them. */
function alongSide(block: PlacedBlock, to: number, obstacles: readonly Obstacle[]): Point[] | undefined {
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
