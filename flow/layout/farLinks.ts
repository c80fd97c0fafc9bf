import { linksBack } from './linksBack';
import type { Block, Link } from './section';

/** A section with more blocks is placed in parts. */
const maxBlocks = 160;
/** An arrow that passes more blocks of the text may be drawn at the side of the lane. */
const far = 24;
/** So many blocks, all in all, may the arrows of a section pass: the time of placing grows with this number. */
const maxPassed = 1500;

/**
 * The arrows of a large lane that are drawn beside everything else, so that the rest falls into sections of at most a few hundred blocks: jumps far
 * ahead or back to a block with other arrows, and arrows over the border of a part. Of a lane with very many arrows the longest are among them, too.
 *
 * Without these the time of placing would grow with the square of the flow.
 */
export function farLinks(blocks: readonly Block[], links: readonly Link[]): ReadonlySet<Link> {
  const found = new Set<Link>();
  const order = new Map(blocks.map(({ key }, at) => [key, at]));
  const placeOf = (key: string) => order.get(key) ?? 0;
  const lengthOf = ({ from, to }: Link) => Math.abs(placeOf(from) - placeOf(to));
  const isLarge = blocks.length > maxBlocks;
  const most = maxPassed * Math.max(1, blocks.length / maxBlocks);
  let passed = links.reduce((sum, link) => sum + lengthOf(link), 0);
  if (!isLarge && passed <= most) return found;
  const back = linksBack(blocks, links);
  const entered = new Set<string>();
  const others: Link[] = [];
  for (const link of links) {
    const isFirst = !back.has(link) && !entered.has(link.to);
    if (isFirst) entered.add(link.to);
    else others.push(link);
  }
  for (const link of others.sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const length = lengthOf(link);
    if (passed <= most && !(isLarge && length > far)) break;
    found.add(link);
    passed -= length;
  }
  if (!isLarge) return found;
  // Connected blocks are cut where the fewest arrows lead on.
  const crossing = new Array<number>(blocks.length + 1).fill(0);
  for (const link of links) {
    if (found.has(link)) continue;
    const from = placeOf(link.from);
    const to = placeOf(link.to);
    const low = Math.min(from, to);
    crossing[low + 1] = (crossing[low + 1] ?? 0) + 1;
    crossing[Math.max(from, to) + 1] = (crossing[Math.max(from, to) + 1] ?? 0) - 1;
  }
  for (let at = 1; at <= blocks.length; at++) crossing[at] = (crossing[at] ?? 0) + (crossing[at - 1] ?? 0);
  const borders = bordersOf(crossing, blocks.length);
  const partOf = (place: number) => borders.filter((border) => border <= place).length;
  for (const link of links) {
    const from = placeOf(link.from);
    const to = placeOf(link.to);
    if (to !== from + 1 && partOf(from) !== partOf(to)) found.add(link);
  }
  return found;
}

/** Where parts begin. `crossing` says how many arrows lead over the place before each block. */
function bordersOf(crossing: readonly number[], count: number): number[] {
  const borders: number[] = [];
  let first = 0;
  for (let at = 1; at < count; at++) {
    // Where nothing but the order of the text leads on, a section ends by itself.
    if ((crossing[at] ?? 0) <= 1) first = at;
    if (at - first < maxBlocks) continue;
    let border = at;
    for (let place = at; place > first + maxBlocks / 2; place--)
      if ((crossing[place] ?? 0) < (crossing[border] ?? 0)) border = place;
    borders.push(border);
    first = border;
  }
  return borders;
}
