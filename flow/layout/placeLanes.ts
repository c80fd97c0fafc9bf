import { callLines, drawGap, gapFor } from './callLines';
import { sizes } from './measure';
import type { Picture, PlacedEdge, PlacedLane } from './picture';
import type { PlacedSection } from './section';

/** What places depend on: plain data, that can be sent to a worker. */
export type Sketch = Pick<Picture, 'lanes' | 'nodes' | 'edges'>;

/** Around everything, and below a lane, in pixels. */
export const margin = 16;
const belowLane = 56;

/**
 * The lanes of a picture with their places, and the lines between them by the key of the arrow: each lane is right of the one that it belongs to, beside
 * its action where there is room.
 */
export function placeLanes(
  picture: Sketch,
  stacks: readonly PlacedSection[],
): {
  readonly lanes: readonly PlacedLane[];
  readonly lines: Map<string, Pick<PlacedEdge, 'path' | 'textAt'>>;
} {
  const { depths, tops } = columnsOf(picture, stacks);
  const calls = callLines(picture, stacks, tops);
  // A column is as wide as its widest lane.
  const widths: number[] = [];
  for (const [lane, { width }] of stacks.entries()) {
    const depth = depths[lane] ?? 0;
    widths[depth] = Math.max(widths[depth] ?? 0, width);
  }
  const gaps = widths.map((_, depth) => gapFor(calls.filter(({ lane }) => depths[lane] === depth)));
  const lefts: number[] = [];
  let left = margin;
  for (const [depth, width] of widths.entries()) {
    lefts[depth] = left;
    left += width + (gaps[depth]?.width ?? 0);
  }
  const lanes = picture.lanes.map(
    (lane, at): PlacedLane => ({
      ...lane,
      x: lefts[depths[at] ?? 0] ?? margin,
      y: tops[at] ?? margin,
      width: stacks[at]?.width ?? 0,
      height: stacks[at]?.height ?? 0,
    }),
  );
  const lines = new Map(gaps.flatMap((gap, depth) => [...drawGap(gap, lanes, lefts[depth + 1] ?? left)]));
  return { lanes, lines };
}

/** In which column each lane is, and how far down. */
function columnsOf(
  { lanes, nodes }: Sketch,
  stacks: readonly PlacedSection[],
): { readonly depths: readonly number[]; readonly tops: readonly number[] } {
  const laneOf = new Map(nodes.map(({ key, lane }) => [key, lane]));
  const depths: number[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const [lane, { owner }] of lanes.entries()) {
    const outer = owner === undefined ? undefined : laneOf.get(owner);
    const depth = outer === undefined ? 0 : (depths[outer] ?? 0) + 1;
    depths[lane] = depth;
    const block = outer === undefined ? undefined : stacks[outer]?.blocks.find(({ key }) => key === owner);
    const beside = block && outer !== undefined ? (tops[outer] ?? 0) + block.y - sizes.pillHeight / 2 : margin;
    const top = Math.max(beside, bottoms[depth] ?? margin);
    tops[lane] = top;
    bottoms[depth] = top + (stacks[lane]?.height ?? 0) + belowLane;
  }
  return { depths, tops };
}
