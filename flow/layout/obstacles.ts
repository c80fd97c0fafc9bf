import { sizes } from './measure';
import type { PlacedBlock, PlacedLink } from './section';

/** What a line must not cross. */
export interface Obstacle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a line that runs across keeps away from what is above and below it, and how far it is led around, in pixels. */
const apart = 5;
const farthest = 44;

export function boxOf({ x, y, width, height }: PlacedBlock): Obstacle {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** The texts of lines. */
export function textsOf(links: readonly PlacedLink[]): Obstacle[] {
  return links.flatMap(({ textWidth, textAt: { x, y } }): Obstacle[] => {
    if (textWidth === 0) return [];
    const half = sizes.labelHeight / 2;
    return [{ left: x - textWidth / 2, right: x + textWidth / 2, top: y - half, bottom: y + half }];
  });
}

/** The upright parts of a line. */
export function uprights({ points }: PlacedLink): Obstacle[] {
  return points.flatMap((point, at): Obstacle[] => {
    const next = points[at + 1];
    if (!next || Math.abs(point.x - next.x) > 0.5) return [];
    return [{ left: point.x, right: point.x, top: Math.min(point.y, next.y), bottom: Math.max(point.y, next.y) }];
  });
}

/** Whether something is in the way of a line across at a height. */
export function isBlocked(y: number, first: number, other: number, obstacles: readonly Obstacle[]): boolean {
  return blockerAt(y, first, other, obstacles) !== undefined;
}

/** The next height, downward or upward, at which nothing is in the way of a line across; undefined where that is too far. */
export function freeHeight(
  start: number,
  direction: 'down' | 'up',
  [first, other]: readonly [number, number],
  obstacles: readonly Obstacle[],
): number | undefined {
  const sign = direction === 'down' ? 1 : -1;
  let y = start + sign * apart;
  for (let found = blockerAt(y, first, other, obstacles); found; found = blockerAt(y, first, other, obstacles)) {
    y = direction === 'down' ? found.bottom + apart : found.top - apart;
    if (Math.abs(y - start) > farthest) return undefined;
  }
  return y;
}

function blockerAt(y: number, first: number, other: number, obstacles: readonly Obstacle[]): Obstacle | undefined {
  const left = Math.min(first, other);
  const right = Math.max(first, other);
  return obstacles.find(
    (box) => box.top - apart < y - 0.01 && box.bottom + apart > y + 0.01 && box.left < right && box.right > left,
  );
}
