import { type Aside, asideRoom, asidesOf, placeAside } from './asides';
import { farLinks } from './farLinks';
import { linePath } from './linePath';
import { sizes, widthOf } from './measure';
import type { Picture, PictureNode, PlacedEdge, PlacedLane, PlacedNode, PlacedPicture, Point } from './picture';
import { gaps, placeSection } from './placeSection';
import { routeFar } from './routeFar';
import {
  type Block,
  coreOf,
  cutIntoSections,
  type Link,
  type PlacedLink,
  type PlacedSection,
  type Section,
} from './section';

/** Sections that were placed before, by everything that their places depend on. */
export type KnownSections = Map<string, PlacedSection>;

/** Around everything, and between lanes, in pixels. */
const margin = 16;
const betweenLanes = 56;

/** What places depend on: plain data, that can be sent to a worker. */
export type Sketch = Pick<Picture, 'lanes' | 'nodes' | 'edges'>;

/**
 * A picture with places: lists run from top to bottom, cases are side by side, new calls are beside the action that places them.
 *
 * `known` makes the next version of a picture cheaper: it is read, and then it holds the sections of this picture.
 */
export function layOut(picture: Sketch, known: KnownSections = new Map()): PlacedPicture {
  const steps = layOutInSteps(picture, known);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause after each section, where the caller can stop when a newer version arrives. What was placed until then stays in `known`. */
export function* layOutInSteps(picture: Sketch, known: KnownSections): Generator<undefined, PlacedPicture> {
  const used: KnownSections = new Map();
  const place = (section: Section): PlacedSection => {
    const key = sectionKey(section);
    const placed = known.get(key) ?? placeSection(section);
    known.set(key, placed);
    used.set(key, placed);
    return renamed(placed, section);
  };
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]));
  const asides = asidesOf(picture);
  const isAside = new Set([...asides.values()].flatMap(({ node, edge }) => [node.key, edge.key]));
  const blocks = picture.lanes.map((): Block[] => []);
  for (const node of picture.nodes)
    if (!isAside.has(node.key)) blocks[node.lane]?.push({ key: node.key, ...roomOf(node, asides.get(node.key)) });
  const links = picture.lanes.map((): Link[] => []);
  for (const { key, from, to, kind, text } of picture.edges) {
    const lane = byKey.get(from)?.lane ?? 0;
    if (kind !== 'call' && !isAside.has(key))
      links[lane]?.push({ key, from, to, textWidth: text === '' ? 0 : widthOf(text) });
  }
  const stacks: PlacedSection[] = [];
  for (const lane of picture.lanes.keys()) stacks.push(yield* stack(blocks[lane] ?? [], links[lane] ?? [], place));
  const corners = cornersOf(picture, stacks);
  known.clear();
  for (const [key, placed] of used) known.set(key, placed);
  return joined(picture, stacks, corners, asides);
}

/** The room of a node. What its right side needs is added to the left side, too, so that it is in the middle of its column. */
function roomOf(node: PictureNode, aside: Aside | undefined): Omit<Block, 'key'> {
  const { width, height } = sizeOf(node);
  return aside ? { width: width + 2 * asideRoom(aside), height, core: width } : { width, height };
}

/** The size of a node, in pixels. */
export function sizeOf({ kind, title, detail }: PictureNode): { width: number; height: number } {
  if (kind === 'action') return { width: sizes.nodeWidth, height: sizes.nodeHeight + detail.length * sizes.lineHeight };
  return { width: Math.ceil(widthOf(title)) + 24, height: sizes.pillHeight };
}

/** Everything that the places within a section depend on; the names of its parts are not among it. */
function sectionKey({ blocks, links }: Section): string {
  const order = new Map(blocks.map(({ key }, at) => [key, at]));
  return [
    ...blocks.map(({ width, height, core }) => `${width}x${height}${core === undefined ? '' : `/${core}`}`),
    ...links.map(({ from, to, textWidth }) => `${order.get(from)}-${order.get(to)} ${Math.round(textWidth)}`),
  ].join();
}

/** A section that was placed under other names. */
function renamed(placed: PlacedSection, { blocks, links }: Section): PlacedSection {
  return {
    ...placed,
    blocks: placed.blocks.map((block, at) => ({ ...block, ...blocks[at] })),
    links: placed.links.map((link, at) => ({ ...link, ...links[at] })),
  };
}

/** The sections of a lane below each other, each under the arrow that leads to it. */
function* stack(
  blocks: readonly Block[],
  links: readonly Link[],
  place: (section: Section) => PlacedSection,
): Generator<undefined, PlacedSection> {
  const far = farLinks(blocks, links);
  const near = far.size === 0 ? links : links.filter((link) => !far.has(link));
  const { sections, joints } = cutIntoSections(blocks, near);
  const placedBlocks: Map<string, PlacedSection['blocks'][number]> = new Map();
  const placedLinks: PlacedLink[] = [];
  /** The next section must not cover these. */
  let above: Span[] = [];
  let bottom = 0;
  let left = 0;
  let right = 0;
  for (const [position, section] of sections.entries()) {
    const placed = place(section);
    yield;
    const joint = joints[position - 1];
    const from = joint && placedBlocks.get(joint.from);
    const entry = joint && placed.blocks.find(({ key }) => key === joint.to);
    // Unreachable actions are in the column of the start.
    const [top] = placed.blocks;
    const [start] = placedBlocks.values();
    const dx = from && entry ? from.x - entry.x : top && start && !joint ? start.x - top.x : 0;
    const text = joint && joint.textWidth > 0 ? sizes.labelHeight : 0;
    const reach = { left: dx - gaps.beside, right: dx + placed.width + gaps.beside };
    // Unreachable actions are below everything.
    const below = joint ? above.filter((span) => span.left < reach.right && span.right > reach.left) : above;
    const free = Math.max(0, ...below.map((span) => span.bottom));
    const dy = position === 0 ? 0 : free + gaps.below + text;
    const shift = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
    for (const block of placed.blocks) placedBlocks.set(block.key, { ...block, ...shift(block) });
    for (const link of placed.links)
      placedLinks.push({ ...link, points: link.points.map(shift), textAt: shift(link.textAt) });
    const to = joint && placedBlocks.get(joint.to);
    if (joint && from && to) placedLinks.push(jointOf(joint, from, to));
    const isCovered = (span: Span) => span.left >= reach.left && span.right <= reach.right && span.bottom <= dy;
    above = above.filter((span) => !isCovered(span));
    above.push({ ...reach, bottom: dy }, ...spansOf(placed).map((span) => moveSpan(span, dx, dy)));
    bottom = Math.max(bottom, dy + placed.height);
    left = Math.min(left, dx);
    right = Math.max(right, dx + placed.width);
  }
  for (const link of routeFar([...far], placedBlocks, right)) {
    placedLinks.push(link);
    right = Math.max(right, ...link.points.map(({ x }) => x));
  }
  const home = ({ x, y }: Point): Point => ({ x: x - left, y });
  return {
    width: right - left,
    height: bottom,
    blocks: [...placedBlocks.values()].map((block) => ({ ...block, ...home(block) })),
    links: placedLinks.map((link) => ({ ...link, points: link.points.map(home), textAt: home(link.textAt) })),
  };
}

/** How far down something reaches. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

function spansOf({ blocks, links }: PlacedSection): Span[] {
  return [
    ...blocks.map(({ x, y, width, height }) => ({ left: x - width / 2, right: x + width / 2, bottom: y + height / 2 })),
    ...links.map(({ points }) => ({
      left: Math.min(...points.map(({ x }) => x)),
      right: Math.max(...points.map(({ x }) => x)),
      bottom: Math.max(...points.map(({ y }) => y)),
    })),
  ];
}

const moveSpan = ({ left, right, bottom }: Span, dx: number, dy: number): Span => ({
  left: left + dx,
  right: right + dx,
  bottom: bottom + dy,
});

function jointOf(link: Link, from: PlacedSection['blocks'][number], to: PlacedSection['blocks'][number]): PlacedLink {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const tip = { x: to.x, y: to.y - to.height / 2 };
  return {
    ...link,
    points: [start, tip],
    textAt: { x: tip.x, y: tip.y - gaps.below / 2 - sizes.labelHeight / 2 },
  };
}

/** The left upper corner of each lane: right of the lane that it belongs to, beside its action where there is room. */
function cornersOf({ lanes, nodes }: Sketch, stacks: readonly PlacedSection[]): readonly Point[] {
  const laneOf = new Map(nodes.map(({ key, lane }) => [key, lane]));
  const corners: Point[] = [];
  const columns: { right: number; bottom: number }[] = [];
  const depths: number[] = [];
  for (const [lane, { owner }] of lanes.entries()) {
    const outer = owner === undefined ? undefined : laneOf.get(owner);
    depths[lane] = outer === undefined ? 0 : (depths[outer] ?? 0) + 1;
  }
  // A column is as wide as its widest lane.
  for (const [lane, { width }] of stacks.entries()) {
    const depth = depths[lane] ?? 0;
    columns[depth] = { right: Math.max(columns[depth]?.right ?? 0, width), bottom: margin };
  }
  const lefts: number[] = [];
  let left = margin;
  for (const [depth, column] of columns.entries()) {
    lefts[depth] = left;
    left += (column?.right ?? 0) + betweenLanes;
  }
  for (const [lane, { owner }] of lanes.entries()) {
    const depth = depths[lane] ?? 0;
    const column = columns[depth];
    const placed = stacks[lane];
    if (!column || !placed) continue;
    const outer = owner === undefined ? undefined : laneOf.get(owner);
    const block = outer === undefined ? undefined : stacks[outer]?.blocks.find(({ key }) => key === owner);
    const beside = block && outer !== undefined ? (corners[outer]?.y ?? 0) + block.y - sizes.pillHeight / 2 : margin;
    const y = Math.max(beside, column.bottom);
    corners[lane] = { x: lefts[depth] ?? margin, y };
    column.bottom = y + placed.height + betweenLanes;
  }
  return corners;
}

function joined(
  picture: Sketch,
  stacks: readonly PlacedSection[],
  corners: readonly Point[],
  asides: ReadonlyMap<string, Aside>,
): PlacedPicture {
  const nodes = new Map<string, PlacedNode>();
  const lines = new Map<string, Pick<PlacedEdge, 'path' | 'textAt'>>();
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]));
  const lanes: PlacedLane[] = [];
  for (const [position, lane] of picture.lanes.entries()) {
    const corner = corners[position] ?? { x: 0, y: 0 };
    const placed = stacks[position];
    const shift = ({ x, y }: Point): Point => ({ x: x + corner.x, y: y + corner.y });
    lanes.push({ ...lane, ...corner, width: placed?.width ?? 0, height: placed?.height ?? 0 });
    for (const block of placed?.blocks ?? []) {
      const { key, x, y, height } = block;
      const width = coreOf(block);
      const node = byKey.get(key);
      if (!node) continue;
      const box = { ...node, ...rounded(shift({ x: x - width / 2, y: y - height / 2 })), width, height };
      nodes.set(key, box);
      const aside = asides.get(key);
      if (!aside) continue;
      const beside = placeAside(aside, box);
      nodes.set(aside.node.key, beside.node);
      lines.set(aside.edge.key, beside.line);
    }
    for (const { key, points, textAt } of placed?.links ?? [])
      lines.set(key, { path: linePath(points.map(shift)), textAt: rounded(shift(textAt)) });
  }
  const edges = picture.edges.map(
    (edge): PlacedEdge => ({ ...edge, ...(lines.get(edge.key) ?? callLine(edge, nodes)) }),
  );
  const boxes = [...lanes, ...nodes.values()];
  return {
    width: Math.ceil(Math.max(0, ...boxes.map(({ x, width }) => x + width)) + margin),
    height: Math.ceil(Math.max(0, ...boxes.map(({ y, height }) => y + height)) + margin),
    lanes,
    nodes: picture.nodes.flatMap(({ key }) => nodes.get(key) ?? []),
    edges,
  };
}

/** The line from an action to the new call that it places. */
function callLine({ from, to }: { from: string; to: string }, nodes: ReadonlyMap<string, PlacedNode>) {
  const source = nodes.get(from);
  const target = nodes.get(to);
  if (!source || !target) return { path: '', textAt: { x: 0, y: 0 } };
  const start = { x: source.x + source.width, y: source.y + source.height / 2 };
  const tip = { x: target.x, y: target.y + target.height / 2 };
  const turn = Math.max(start.x, tip.x - betweenLanes / 2);
  const points = [start, { x: turn, y: start.y }, { x: turn, y: tip.y }, tip];
  return {
    path: linePath(points),
    textAt: rounded({ x: (start.x + turn) / 2, y: start.y - sizes.labelHeight / 2 }),
  };
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
