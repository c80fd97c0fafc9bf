import { linePath } from './linePath';
import { sizes, widthOf } from './measure';
import { boxOf, textsOf } from './obstacles';
import type { Picture, PlacedEdge, PlacedLane, Point } from './picture';
import type { PlacedSection } from './section';
import { wayOut } from './wayOut';

/** From a lane to its frame, between neighbouring lines, and from the last line to the next lane, in pixels. */
const frame = 12;
const beside = 9;
const tipRoom = 26;
/** From a line to one above or below it, which keeps away by itself: their texts need room. */
const textRoom = 11;
/** Between lanes, where few lines need room. */
const least = 56;

/** The line from an action to the new call that it places. Across in places of its lanes, down in those of the picture. */
interface CallLine {
  readonly key: string;
  /** The lane of the action, and the one of the new call. */
  readonly lane: number;
  readonly target: number;
  readonly textWidth: number;
  /** From the action to the right side of its lane. */
  readonly exit: readonly Point[];
  /** The left side of the start of the new call. */
  readonly tip: Point;
}

/** The lines between two columns of lanes: each has its own place where it runs down, counted from the right. */
export interface LaneGap {
  readonly width: number;
  readonly lines: readonly (CallLine & { readonly track: number })[];
}

/** The lines to new calls leave their lane at the right and run down between the columns, side by side. `tops` are the heights of the lanes. */
export function callLines(
  { nodes, edges }: Pick<Picture, 'nodes' | 'edges'>,
  stacks: readonly PlacedSection[],
  tops: readonly number[],
): readonly CallLine[] {
  const blocks = stacks.map((stack) => new Map(stack.blocks.map((block) => [block.key, block])));
  const laneOf = new Map(nodes.map(({ key, lane }) => [key, lane]));
  const sources = stacks.map((): { readonly key: string; readonly from: string; readonly to: string }[] => []);
  const texts = new Map(edges.map(({ key, text }) => [key, text]));
  for (const edge of edges) if (edge.kind === 'call') sources[laneOf.get(edge.from) ?? 0]?.push(edge);
  return stacks.flatMap((stack, lane) => {
    const calls = (sources[lane] ?? []).flatMap(({ key, from, to }) => {
      const target = laneOf.get(to) ?? 0;
      const block = blocks[lane]?.get(from);
      const start = blocks[target]?.get(to);
      return block && start ? [{ key, target, block, start }] : [];
    });
    if (calls.length === 0) return [];
    const obstacles = [...stack.blocks.map(boxOf), ...textsOf(stack.links)];
    const right = stack.width + frame;
    // The rightmost of a row leaves straight.
    calls.sort((a, b) => a.block.y - b.block.y || b.block.x - a.block.x);
    return calls.map(({ key, target, block, start }): CallLine => {
      const exit = wayOut(block, right, obstacles);
      const { y } = exit.at(-1) ?? block;
      // The text of the next one needs room, too.
      obstacles.push({ left: block.x, right, top: y - textRoom, bottom: y + textRoom });
      const shift = (point: Point): Point => ({ x: point.x, y: point.y + (tops[lane] ?? 0) });
      return {
        key,
        lane,
        target,
        textWidth: widthOf(texts.get(key) ?? ''),
        exit: exit.map(shift),
        tip: { x: start.x - start.width / 2, y: start.y + (tops[target] ?? 0) },
      };
    });
  });
}

/** The room that lines need between two columns. */
export function gapFor(lines: readonly CallLine[]): LaneGap {
  const untils: number[] = [];
  const placed = lines
    .map((line) => {
      const from = line.exit.at(-1)?.y ?? line.tip.y;
      return { line, top: Math.min(from, line.tip.y), bottom: Math.max(from, line.tip.y) };
    })
    // The upper ones are at the right: so no line that leaves below them crosses them.
    .sort((a, b) => a.top - b.top)
    .map(({ line, top, bottom }) => {
      const free = untils.findIndex((until) => until < top - beside);
      const track = free < 0 ? untils.length : free;
      untils[track] = bottom;
      return { ...line, track };
    });
  const text = Math.max(0, ...placed.map(({ textWidth }) => textWidth));
  return { width: Math.max(least, frame + text + untils.length * beside + tipRoom), lines: placed };
}

/** The lines of a gap as paths. `right` is its right side. */
export function drawGap(
  { lines }: LaneGap,
  lanes: readonly PlacedLane[],
  right: number,
): Map<string, Pick<PlacedEdge, 'path' | 'textAt'>> {
  return new Map(
    lines.map(({ key, lane, target, exit, tip, track, textWidth }) => {
      const left = lanes[lane]?.x ?? 0;
      const x = right - tipRoom - track * beside;
      const way = exit.map((point) => ({ x: point.x + left, y: point.y }));
      const last = way.at(-1) ?? tip;
      const end = { x: tip.x + (lanes[target]?.x ?? 0), y: tip.y };
      const isStraight = Math.abs(last.y - end.y) < 0.5;
      const points = isStraight
        ? [...way.slice(0, -1), end]
        : [...way.slice(0, -1), { x, y: last.y }, { x, y: end.y }, end];
      return [
        key,
        { path: linePath(points), textAt: { x: last.x + textWidth / 2 + 2, y: last.y - sizes.labelHeight / 2 } },
      ];
    }),
  );
}
