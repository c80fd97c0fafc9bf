import { componentsOf } from '../graph/componentsOf';
import type { Block, Link } from './section';

/**
 * The arrows that go back up, so that the rest leads down: of a loop those that lead up in the text. So what runs in the order of the text is drawn in it.
 * An arrow up that is not part of a loop leads down to its block, and one from a block to itself is not among them.
 *
 * A block that nothing above it leads to is below the block before it in the text, as if an arrow led there.
 */
export function linksBack(blocks: readonly Block[], links: readonly Link[]): ReadonlySet<Link> {
  const order = new Map(blocks.map(({ key }, at) => [key, at]));
  const placeOf = (key: string) => order.get(key) ?? 0;
  const next = blocks.map((): number[] => []);
  const entered = new Set<number>();
  for (const link of links) {
    const [from, to] = [placeOf(link.from), placeOf(link.to)];
    next[from]?.push(to);
    if (from < to) entered.add(to);
  }
  for (let at = 1; at < blocks.length; at++) if (!entered.has(at)) next[at - 1]?.push(at);
  const loops: number[] = [];
  for (const [number, places] of componentsOf(next, next.keys()).entries()) for (const at of places) loops[at] = number;
  return new Set(
    links.filter((link) => {
      const [from, to] = [placeOf(link.from), placeOf(link.to)];
      return to < from && loops[from] === loops[to];
    }),
  );
}
