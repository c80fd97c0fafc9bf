import { Graph, layout } from '@dagrejs/dagre';
import { linksBack } from './linksBack';
import { drawLoops } from './loops';
import { sizes } from './measure';
import type { Point } from './picture';
import { routeBack } from './routeBack';
import { drawLines, type Route, type Row } from './routes';
import type { Block, Link, PlacedBlock, PlacedLink, PlacedSection, Section } from './section';

/** Between neighbours of one row, and between rows, in pixels. */
export const gaps = { beside: 28, below: 32 } as const;

/** Places one section; the left upper corner is 0, 0. */
export function placeSection({ blocks, links }: Section): PlacedSection {
  const [only] = blocks;
  if (only && blocks.length === 1 && links.length === 0) {
    const { width, height } = only;
    return { width, height, blocks: [{ ...only, x: width / 2, y: height / 2 }], links: [] };
  }
  const back = linksBack(blocks, links);
  const down = links.filter((link) => !back.has(link) && link.from !== link.to);
  const graph = drawnBy(blocks, down);
  const placed = blocks.map((block): PlacedBlock => {
    const { x, y } = graph.node(block.key) as Point;
    return { ...block, x, y };
  });
  const at = new Map(placed.map((block) => [block.key, block]));
  const texts: Row[] = [];
  const routes = down.flatMap((link): Route[] => {
    const from = at.get(link.from);
    const to = at.get(link.to);
    if (!from || !to) return [];
    const { x, y, points } = graph.edge(link.from, link.to, link.key) as Drawn;
    const textAt = link.textWidth > 0 ? { x, y } : undefined;
    if (textAt) texts.push({ top: y - sizes.labelHeight / 2, bottom: y + sizes.labelHeight / 2 });
    return [{ link, from, to, between: points.slice(1, -1), textAt }];
  });
  const loops = placed.flatMap((block) =>
    drawLoops(
      links.filter(({ from, to }) => from === block.key && to === block.key),
      block,
    ),
  );
  const lines = [...drawLines(routes, rowsOf(placed, texts)), ...loops];
  const byKey = new Map([...lines, ...routeBack([...back], placed, lines)].map((line) => [line.key, line]));
  return moved(
    placed,
    links.flatMap(({ key }) => byKey.get(key) ?? []),
  );
}

interface Drawn extends Point {
  readonly points: readonly Point[];
}

/** The places that dagre gives to what leads down. Neighbours keep the order of the text: dagre must not sort them. */
function drawnBy(blocks: readonly Block[], links: readonly Link[]): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: gaps.beside, ranksep: gaps.below, edgesep: 18, marginx: 0, marginy: 0 });
  for (const { key, width, height } of blocks) graph.setNode(key, { width, height });
  const entered = new Set<string>();
  for (const { key, from, to, textWidth } of links) {
    entered.add(to);
    graph.setEdge(
      from,
      to,
      textWidth > 0 ? { width: textWidth + 10, height: sizes.labelHeight, labelpos: 'c' } : {},
      key,
    );
  }
  // An unreachable block is below the block before it in the text.
  for (const [at, { key }] of blocks.entries()) {
    const before = blocks[at - 1];
    if (before && !entered.has(key)) graph.setEdge(before.key, key, { weight: 0 }, 'order of the text');
  }
  layout(graph, { disableOptimalOrderHeuristic: true });
  return graph as Graph;
}

/** The rows of blocks and texts, from top to bottom. */
function rowsOf(blocks: readonly PlacedBlock[], texts: readonly Row[]): readonly Row[] {
  const all = [...blocks.map(({ y, height }) => ({ top: y - height / 2, bottom: y + height / 2 })), ...texts];
  const rows: Row[] = [];
  for (const row of all.sort((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && row.top < last.bottom)
      rows[rows.length - 1] = { top: last.top, bottom: Math.max(last.bottom, row.bottom) };
    else rows.push(row);
  }
  return rows;
}

/** The same with its left upper corner at 0, 0, lines and texts included. */
function moved(blocks: readonly PlacedBlock[], links: readonly PlacedLink[]): PlacedSection {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = 0;
  let bottom = 0;
  const include = (x: number, y: number, halfWidth: number, halfHeight: number) => {
    left = Math.min(left, x - halfWidth);
    right = Math.max(right, x + halfWidth);
    top = Math.min(top, y - halfHeight);
    bottom = Math.max(bottom, y + halfHeight);
  };
  for (const { x, y, width, height } of blocks) include(x, y, width / 2, height / 2);
  for (const { points, textAt, textWidth } of links) {
    for (const { x, y } of points) include(x, y, 2, 0);
    if (textWidth > 0) include(textAt.x, textAt.y, textWidth / 2, sizes.labelHeight / 2);
  }
  const shift = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  return {
    width: right - left,
    height: bottom - top,
    blocks: blocks.map((block) => ({ ...block, ...shift(block) })),
    links: links.map((link) => ({ ...link, points: link.points.map(shift), textAt: shift(link.textAt) })),
  };
}
