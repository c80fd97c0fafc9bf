import { addTo } from '../collections/addTo';
import type { Point } from './picture';
import type { Link, PlacedBlock, PlacedLink } from './section';

/** A band with blocks or texts; lines turn between two bands. */
export interface Row {
  readonly top: number;
  readonly bottom: number;
}

/** An arrow, and the points that it passes from row to row. */
export interface Route {
  readonly link: Link;
  readonly from: PlacedBlock;
  readonly to: PlacedBlock;
  /** From the source to the target. */
  readonly between: readonly Point[];
  readonly textAt: Point | undefined;
}

/** How far lines beside each other keep away, in pixels. */
const beside = 6;

/** A change of sides between two rows. */
interface Turn {
  readonly fromX: number;
  readonly toX: number;
  /** Lines with the same name may lie on each other: they come from one block, or lead to one. */
  readonly group: string;
  /** Its height, as soon as that is known. */
  y: number;
}

/** The lines of arrows from one block to another: straight down through rows, and across between them, each group of arrows at its own height. */
export function drawLines(routes: readonly Route[], rows: readonly Row[]): PlacedLink[] {
  const turns = new Map<number, Turn[]>();
  const stops = routes.map((route) => stopsOf(route, rows, turns));
  for (const [gap, list] of turns) spread(list, rows[gap]?.bottom ?? 0, rows[gap + 1]?.top ?? 0);
  return routes.map(({ link, from, textAt }, at) => ({
    ...link,
    points: stops[at]?.() ?? [],
    textAt: textAt ?? { x: from.x, y: from.y },
  }));
}

/** The points of an arrow that leads down; called when its turns have their places. */
function stopsOf({ link, from, to, between }: Route, rows: readonly Row[], turns: Map<number, Turn[]>): () => Point[] {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const tip = { x: to.x, y: to.y - to.height / 2 };
  const own: Turn[] = [];
  let x = start.x;
  let row = rowAt(rows, start.y - 1);
  const last = rowAt(rows, tip.y + 1);
  for (const [position, point] of [...between, tip].entries()) {
    const isTip = position === between.length;
    const next = isTip ? last : rowAt(rows, point.y);
    if (Math.abs(point.x - x) > 0.5 && next > row) {
      // Lines fork where they begin, and join where they end.
      const gap = isTip && position > 0 ? next - 1 : row;
      const group = position === 0 ? `from ${link.from}` : isTip ? `to ${link.to}` : link.key;
      const turn = { fromX: x, toX: point.x, group, y: 0 };
      own.push(turn);
      addTo(turns, gap, turn);
      x = point.x;
    }
    row = Math.max(row, next);
  }
  return () => [
    start,
    ...own.flatMap(({ fromX, toX, y }) => [
      { x: fromX, y },
      { x: toX, y },
    ]),
    { x, y: tip.y },
  ];
}

/** The row of a height; above and between rows the one before. */
function rowAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Gives the turns between two rows their heights. Groups that would cover each other get different ones. */
function spread(turns: readonly Turn[], top: number, bottom: number): void {
  const groups = new Map<string, Turn[]>();
  for (const turn of turns) addTo(groups, turn.group, turn);
  const tracks: { readonly until: number; readonly turns: Turn[] }[] = [];
  const spans = [...groups.values()].map((list) => ({
    list,
    left: Math.min(...list.flatMap(({ fromX, toX }) => [fromX, toX])),
    right: Math.max(...list.flatMap(({ fromX, toX }) => [fromX, toX])),
  }));
  for (const { list, left, right } of spans.sort((a, b) => a.left - b.left)) {
    const free = tracks.findIndex(({ until }) => until < left);
    const track = { until: right, turns: [...(tracks[free]?.turns ?? []), ...list] };
    if (free < 0) tracks.push(track);
    else tracks[free] = track;
  }
  const step = Math.min(beside, Math.max(0, bottom - top - 8) / Math.max(1, tracks.length));
  for (const [at, track] of tracks.entries())
    for (const turn of track.turns) turn.y = (top + bottom) / 2 + (at - (tracks.length - 1) / 2) * step;
}
