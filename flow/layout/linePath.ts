import type { Point } from './picture';

/** The SVG path along some points, with round corners. */
export function linePath(points: readonly Point[], radius = 8): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  let before = first;
  for (const [position, point] of rest.entries()) {
    const next = rest[position + 1];
    if (!next) {
      path += `L${at(point)}`;
      break;
    }
    const room = Math.min(radius, distance(before, point) / 2, distance(point, next) / 2);
    path += `L${at(toward(point, before, room))}Q${at(point)} ${at(toward(point, next, room))}`;
    before = point;
  }
  return path;
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

function toward(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

const at = ({ x, y }: Point) => `${rounded(x)},${rounded(y)}`;
const rounded = (value: number) => Math.round(value * 10) / 10;
