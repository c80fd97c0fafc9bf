import { type Box, type PlacedEdge, type Point, widthOf } from '../../../flow';

/** Half the size of the button that adds an action, with some air. */
const reach = 9;

/** Where the button that adds an action is on an arrow: beside its text, so that the tip stays free, and not under a box. */
export function addPlace({ path, text, textAt }: PlacedEdge, boxes: readonly Box[]): Point {
  const points = pointsOf(path);
  const [first = textAt, last = textAt] = [points[0], points.at(-1)];
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const aside = widthOf(text) / 2 + 14;
  const wanted = text === '' ? middle : { x: textAt.x + aside, y: textAt.y };
  const left = text === '' ? [] : [{ x: textAt.x - aside, y: textAt.y }];
  const inner = points.slice(1, -1);
  return [wanted, ...left, ...inner].find((place) => !boxes.some((box) => isOn(box, place))) ?? wanted;
}

const isOn = (box: Box, { x, y }: Point) =>
  x > box.x - reach && x < box.x + box.width + reach && y > box.y - reach && y < box.y + box.height + reach;

/** The corners of a path, and the points that bend it. */
export function pointsOf(path: string): Point[] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1] ?? 0 }] : []));
}
