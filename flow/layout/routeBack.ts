import { sizes } from './measure';
import { boxOf, type Obstacle, textsOf, uprights } from './obstacles';
import type { Point } from './picture';
import type { Link, PlacedBlock, PlacedLink } from './section';
import { isBlockedFrom, sideOf, wayTo } from './wayOut';

/** How far a line keeps away from boxes, and from other lines, in pixels. */
const aside = 14;
const beside = 7;
/** From a line below a box to its text, which neither covers the line nor is covered by the box. */
export const below = 7;
/** What it costs to go around what is in the way, in pixels of a longer way. */
const around = 120;
/** How often a text is moved on where something is in its way. */
const maxSteps = 80;

/** Arrows that go up to one block: they share a line. */
interface Group {
  readonly to: PlacedBlock;
  readonly links: readonly { readonly link: Link; readonly from: PlacedBlock }[];
}

/**
 * The lines of arrows that go up: out of the side of a box, up where there is room, and into the side of the target. Where a box is in the way they
 * leave below and arrive from above. Those that lead to one block go up together. `others` are the lines that exist already.
 */
export function routeBack(
  links: readonly Link[],
  blocks: readonly PlacedBlock[],
  others: readonly PlacedLink[],
): PlacedLink[] {
  const boxes = [...blocks.map(boxOf), ...textsOf(others)];
  const lines = others.flatMap(uprights);
  const placed: PlacedLink[] = [];
  for (const group of groupsOf(links, blocks)) {
    const x = channel(group, boxes, lines);
    const { to } = group;
    const entry = wayTo(x, 'up', to, boxes).reverse();
    const lowest = Math.max(...group.links.map(({ from }) => from.y));
    lines.push({ left: x, right: x, top: entry[0]?.y ?? to.y, bottom: lowest });
    const texts: Obstacle[] = [];
    for (const { link, from } of [...group.links].sort((a, b) => b.from.y - a.from.y)) {
      const exit = wayTo(x, 'down', from, boxes);
      const top = entry[0]?.y ?? to.y;
      const last = exit.at(-1)?.y ?? from.y;
      const first =
        group.links.length === 1
          ? { x, y: (last + top) / 2 }
          : exit.length > 2
            ? { x: exit.at(-2)?.x ?? x, y: last + (last > from.y ? below : -below) }
            : { x, y: last - 18 };
      // Texts below a box stand side by side: above each other they would cover the box.
      const step = exit.length > 2 && group.links.length > 1 ? { x: Math.sign(x - from.x) * 8, y: 0 } : { x: 0, y: -8 };
      const textAt = freePlace(first, step, link.textWidth, [...boxes, ...texts]);
      texts.push(...textsOf([{ ...link, points: [], textAt }]));
      placed.push({ ...link, points: [...exit, ...entry], textAt });
    }
    boxes.push(...texts);
  }
  return placed;
}

/** The first place of a text, step by step to both sides, where it covers nothing; the first of all where there is none near. */
function freePlace(first: Point, step: Point, width: number, obstacles: readonly Obstacle[]): Point {
  const half = width / 2 + 2;
  const isCovered = ({ x, y }: Point) =>
    obstacles.some(
      ({ left, right, top, bottom }) =>
        left < x + half && right > x - half && top < y + sizes.labelHeight / 2 && bottom > y - sizes.labelHeight / 2,
    );
  for (let at = 0; width > 0 && at < maxSteps; at++) {
    const far = at % 2 === 0 ? -at / 2 : (at + 1) / 2;
    const place = { x: first.x + far * step.x, y: first.y + far * step.y };
    if (!isCovered(place)) return place;
  }
  return first;
}

/** Short ones first: they lie within the long ones. */
function groupsOf(links: readonly Link[], blocks: readonly PlacedBlock[]): Group[] {
  const at = new Map(blocks.map((block) => [block.key, block]));
  const groups = new Map<string, { to: PlacedBlock; links: { link: Link; from: PlacedBlock }[]; span: number }>();
  for (const link of links) {
    const from = at.get(link.from);
    const to = at.get(link.to);
    if (!from || !to) continue;
    const group = groups.get(link.to) ?? { to, links: [], span: 0 };
    groups.set(link.to, group);
    group.links.push({ link, from });
    group.span = Math.max(group.span, Math.abs(from.y - to.y));
  }
  return [...groups.values()].sort((a, b) => a.span - b.span);
}

/** Where the line goes up: the place that makes it shortest among those at which nothing is in its way. */
function channel({ to, links }: Group, boxes: readonly Obstacle[], lines: readonly Obstacle[]): number {
  const ends = [to, ...links.map(({ from }) => from)];
  const top = Math.min(...ends.map(({ y }) => y));
  const bottom = Math.max(...ends.map(({ y }) => y));
  const passed = boxes.filter((box) => box.bottom > top && box.top < bottom);
  const upright = lines.filter((line) => line.bottom > top && line.top < bottom);
  const room = Math.max(aside, ...links.map(({ link }) => link.textWidth / 2 + 4));
  const candidates = [
    ...passed.flatMap(({ left, right }) => [left - room, right + room]),
    ...upright.flatMap(({ left, right }) => [left - beside, right + beside]),
  ];
  const isFree = (x: number) =>
    passed.every(({ left, right }) => x <= left - room + 0.5 || x >= right + room - 0.5) &&
    upright.every(({ left }) => Math.abs(left - x) > beside - 0.5);
  const outermost = Math.max(...passed.map(({ right }) => right)) + room + upright.length * beside;
  let best = outermost;
  let least = Number.POSITIVE_INFINITY;
  for (const x of candidates) {
    let cost = 0;
    for (const end of ends) cost += Math.abs(sideOf(end, x).x - x);
    if (cost >= least || !isFree(x)) continue;
    for (const end of ends) if (isBlockedFrom(sideOf(end, x), x, boxes)) cost += around;
    if (cost >= least) continue;
    least = cost;
    best = x;
  }
  return best;
}
