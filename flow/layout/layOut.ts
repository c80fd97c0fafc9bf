import { addTo } from '../collections/addTo';
import { toEnd } from '../collections/toEnd';
import { type Aside, asideRoom, asidesOf, placeAside } from './asides';
import { farLinks } from './farLinks';
import { linePath } from './linePath';
import { loopRoom } from './loops';
import { sizes, widthOf } from './measure';
import { boxOf, textsOf } from './obstacles';
import type { PictureNode, PlacedEdge, PlacedNode, PlacedPicture, Point } from './picture';
import { margin, placeLanes, type Sketch } from './placeLanes';
import { gaps, placeSection } from './placeSection';
import { routeFar } from './routeFar';
import {
  type Block,
  coreOf,
  cutIntoSections,
  joinSections,
  type Link,
  type PlacedBlock,
  type PlacedLink,
  type PlacedSection,
  type Section,
  type Sections,
} from './section';

/** Sections with more blocks are not joined: to place them takes long. */
const maxJoined = 40;

/** Sections that were placed before, by everything that their places depend on. */
export type KnownSections = Map<string, PlacedSection>;

/**
 * A picture with places: lists run from top to bottom, cases are side by side, new calls are beside the action that places them.
 *
 * `known` makes the next version of a picture cheaper: it is read, and then it holds the sections of this picture.
 */
export const layOut = (picture: Sketch, known: KnownSections = new Map()): PlacedPicture =>
  toEnd(layOutInSteps(picture, known));

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
  const links = picture.lanes.map((): Link[] => []);
  const loops = new Map<string, Link[]>();
  for (const { key, from, to, kind, text } of picture.edges) {
    const lane = byKey.get(from)?.lane ?? 0;
    if (kind === 'call' || isAside.has(key)) continue;
    const link = { key, from, to, textWidth: text === '' ? 0 : widthOf(text) };
    links[lane]?.push(link);
    if (from === to) addTo(loops, from, link);
  }
  for (const node of picture.nodes) {
    const { key, lane } = node;
    if (!isAside.has(key)) blocks[lane]?.push({ key, ...roomOf(node, asides.get(key), loops.get(key)) });
  }
  const stacks: PlacedSection[] = [];
  for (const lane of picture.lanes.keys()) stacks.push(yield* stack(blocks[lane] ?? [], links[lane] ?? [], place));
  known.clear();
  for (const [key, placed] of used) known.set(key, placed);
  return joined(picture, stacks, asides);
}

/** The room of a node. What one side needs is added to the other one, too, so that it is in the middle of its column. */
function roomOf(node: PictureNode, aside: Aside | undefined, loops: readonly Link[] = []): Omit<Block, 'key'> {
  const { width, height } = sizeOf(node);
  const beside = Math.max(aside ? asideRoom(aside) : 0, loopRoom(loops, height));
  return beside > 0 ? { width: width + 2 * beside, height, core: width } : { width, height };
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
  const placedBlocks: Map<string, PlacedBlock> = new Map();
  const placedLinks: PlacedLink[] = [];
  /** The next section must not cover these. */
  let above: Span[] = [];
  let bottom = 0;
  let left = 0;
  let right = 0;
  const aside: Link[] = [...far];
  for (const { placed, joint, isAside } of placeInOrder(cutIntoSections(blocks, near), place)) {
    yield;
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
    const dy = placedBlocks.size === 0 ? 0 : free + gaps.below + text;
    const shift = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
    for (const block of placed.blocks) placedBlocks.set(block.key, { ...block, ...shift(block) });
    for (const link of placed.links)
      placedLinks.push({ ...link, points: link.points.map(shift), textAt: shift(link.textAt) });
    const to = joint && placedBlocks.get(joint.to);
    if (joint && isAside) aside.push(joint);
    else if (joint && from && to) placedLinks.push(jointOf(joint, from, to));
    const isCovered = (span: Span) => span.left >= reach.left && span.right <= reach.right && span.bottom <= dy;
    above = above.filter((span) => !isCovered(span));
    above.push({ ...reach, bottom: dy }, ...spansOf(placed).map((span) => moveSpan(span, dx, dy)));
    bottom = Math.max(bottom, dy + placed.height);
    left = Math.min(left, dx);
    right = Math.max(right, dx + placed.width);
  }
  for (const link of routeFar(aside, placedBlocks, right)) {
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

/**
 * The places of sections, each with the arrow that leads to it. Where others are below the block that the next arrow leaves, it is placed with them, or
 * the arrow is drawn aside if they are many.
 */
function* placeInOrder(
  { sections, joints }: Sections,
  place: (section: Section) => PlacedSection,
): Generator<{ readonly placed: PlacedSection; readonly joint: Link | undefined; readonly isAside: boolean }> {
  let before: { readonly joint: Link | undefined; readonly isAside: boolean } = { joint: undefined, isAside: false };
  let waiting: Section | undefined;
  for (const [at, section] of sections.entries()) {
    const whole = waiting ? joinSections(waiting, joints[at - 1], section) : section;
    const placed = place(whole);
    const joint = joints[at];
    const isBlocked = joint !== undefined && hasBelow(placed, joint.from);
    const isAside = isBlocked && whole.blocks.length + (sections[at + 1]?.blocks.length ?? 0) > maxJoined;
    waiting = isBlocked && !isAside ? whole : undefined;
    if (waiting) continue;
    yield { placed, ...before };
    before = { joint, isAside };
  }
}

/** Whether something is in the way of a line straight down from a block. */
function hasBelow({ blocks, links }: PlacedSection, key: string): boolean {
  const from = blocks.find((block) => block.key === key);
  return (
    from !== undefined &&
    [...blocks.map(boxOf), ...textsOf(links)].some(
      ({ left, right, top }) => top > from.y && left < from.x && right > from.x,
    )
  );
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

function jointOf(link: Link, from: PlacedBlock, to: PlacedBlock): PlacedLink {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const tip = { x: to.x, y: to.y - to.height / 2 };
  return {
    ...link,
    points: [start, tip],
    textAt: { x: tip.x, y: tip.y - gaps.below / 2 - sizes.labelHeight / 2 },
  };
}

function joined(picture: Sketch, stacks: readonly PlacedSection[], asides: ReadonlyMap<string, Aside>): PlacedPicture {
  const nodes = new Map<string, PlacedNode>();
  const { lanes, lines } = placeLanes(picture, stacks);
  const byKey = new Map(picture.nodes.map((node) => [node.key, node]));
  for (const [position, corner] of lanes.entries()) {
    const placed = stacks[position];
    const shift = ({ x, y }: Point): Point => ({ x: x + corner.x, y: y + corner.y });
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
  const edges = picture.edges.map((edge): PlacedEdge => ({ ...edge, ...(lines.get(edge.key) ?? unseen) }));
  const boxes = [...lanes, ...nodes.values()];
  return {
    width: Math.ceil(Math.max(0, ...boxes.map(({ x, width }) => x + width)) + margin),
    height: Math.ceil(Math.max(0, ...boxes.map(({ y, height }) => y + height)) + margin),
    lanes,
    nodes: picture.nodes.flatMap(({ key }) => nodes.get(key) ?? []),
    edges,
  };
}

/** Of an arrow from or to nothing. */
const unseen = { path: '', textAt: { x: 0, y: 0 } };

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
