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
  const loops = loopsOf(next);
  return new Set(
    links.filter((link) => {
      const [from, to] = [placeOf(link.from), placeOf(link.to)];
      return to < from && loops[from] === loops[to];
    }),
  );
}

/** The number of the loop that each place is in: from every place of a loop a way leads to every other. Source: Tarjan, "Depth-first search and linear graph algorithms". */
function loopsOf(next: readonly (readonly number[])[]): readonly number[] {
  const loops = new Array<number>(next.length).fill(-1);
  const turn = new Array<number>(next.length).fill(-1);
  const lowest = new Array<number>(next.length).fill(0);
  const waiting: number[] = [];
  let turns = 0;
  let count = 0;
  for (let root = 0; root < next.length; root++) {
    const path = turn[root] === -1 ? [{ place: root, at: 0 }] : [];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { place } = top;
      if (turn[place] === -1) {
        lowest[place] = turn[place] = turns++;
        waiting.push(place);
      }
      const to = next[place]?.[top.at++];
      if (to !== undefined) {
        if (turn[to] === -1) path.push({ place: to, at: 0 });
        else if (loops[to] === -1) lowest[place] = Math.min(lowest[place] ?? 0, turn[to] ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1)?.place;
      if (above !== undefined) lowest[above] = Math.min(lowest[above] ?? 0, lowest[place] ?? 0);
      if (lowest[place] !== turn[place]) continue;
      for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
        loops[member] = count;
        if (member === place) break;
      }
      count++;
    }
  }
  return loops;
}
