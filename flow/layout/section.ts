import type { Point } from './picture';

/** A box that needs a place. */
export interface Block {
  readonly key: string;
  /** All the room that it takes. */
  readonly width: number;
  readonly height: number;
  /** The width of the box itself, where there is something at its right. */
  readonly core?: number;
}

/** The width of the box itself; it is in the middle of its room. */
export const coreOf = ({ width, core = width }: Block): number => core;

/** An arrow that needs a place, with the room for its text. */
export interface Link {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly textWidth: number;
}

/** Blocks in order of the text that are placed together. */
export interface Section {
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

export interface PlacedBlock extends Block {
  /** The middle. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLink extends Link {
  /** Where the line goes, from the source to the target. */
  readonly points: readonly Point[];
  /** The middle of the text. */
  readonly textAt: Point;
}

export interface PlacedSection {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly PlacedBlock[];
  readonly links: readonly PlacedLink[];
}

/** A lane cut into parts between which exactly one arrow leads down: each is placed for itself, and only what has changed is placed again. */
export interface Sections {
  readonly sections: readonly Section[];
  /** The arrow from each section to the next one; undefined where none leads there. */
  readonly joints: readonly (Link | undefined)[];
}

/**
 * Cuts a lane wherever nothing but the arrow from one block to the next one leads on.
 *
 * Links to keys that are not among the blocks are left out.
 */
export function cutIntoSections(blocks: readonly Block[], links: readonly Link[]): Sections {
  const order = new Map(blocks.map(({ key }, at) => [key, at]));
  const placed = links.flatMap((link) => {
    const from = order.get(link.from);
    const to = order.get(link.to);
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
  // For each gap between neighbours: how many arrows cross it, and the one that leads straight to what comes next.
  const crossings = new Array<number>(blocks.length + 1).fill(0);
  const into = new Map<number, Link>();
  for (const { link, from, to } of placed) {
    const low = Math.min(from, to);
    const high = Math.max(from, to);
    crossings[low] = (crossings[low] ?? 0) + 1;
    crossings[high] = (crossings[high] ?? 0) - 1;
    // A block between them would be in the way of the line.
    if (from === to - 1) into.set(to, link);
  }
  const sections: Section[] = [];
  const joints: (Link | undefined)[] = [];
  const sectionOf = new Map<string, number>();
  let first = 0;
  let open = 0;
  for (let at = 0; at < blocks.length; at++) {
    sectionOf.set(blocks[at]?.key ?? '', sections.length);
    open += crossings[at] ?? 0;
    const joint = into.get(at + 1);
    const isLast = at === blocks.length - 1;
    // What no near arrow leads to begins a section, too.
    if (!isLast && open > (joint ? 1 : 0)) continue;
    sections.push({ blocks: blocks.slice(first, at + 1), links: [] });
    if (!isLast) joints.push(joint);
    first = at + 1;
  }
  const inner = sections.map((): Link[] => []);
  for (const { link } of placed) {
    const section = sectionOf.get(link.from) ?? 0;
    if (section === sectionOf.get(link.to)) inner[section]?.push(link);
  }
  return { sections: sections.map((section, at) => ({ ...section, links: inner[at] ?? [] })), joints };
}

/** Two sections and the arrow between them as one. */
export function joinSections(first: Section, joint: Link | undefined, second: Section): Section {
  return {
    blocks: [...first.blocks, ...second.blocks],
    links: [...first.links, ...(joint ? [joint] : []), ...second.links],
  };
}
