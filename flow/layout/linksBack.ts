import type { Block, Link } from './section';

/**
 * The arrows that go back up, so that the rest leads down. When ways are followed in order, they lead to a block on the way to them. An arrow from a
 * block to itself is not among them.
 *
 * An unreachable block is below the block before it in the text: an arrow from it to that block or above it goes back, too.
 */
export function linksBack(blocks: readonly Block[], links: readonly Link[]): ReadonlySet<Link> {
  const from = new Map<string, Link[]>();
  for (const link of links) {
    const list = from.get(link.from);
    if (list) list.push(link);
    else from.set(link.from, [link]);
  }
  const order = new Map(blocks.map(({ key }, at) => [key, at]));
  const back = new Set<Link>();
  const reached = new Set<string>();
  const left = new Set<string>();
  for (const [position, { key: root }] of blocks.entries()) {
    if (reached.has(root)) continue;
    const above = blocks[position - 1]?.key;
    const known = new Set(left);
    const isAbove = (key: string) =>
      known.has(key) && above !== undefined && ((order.get(key) ?? 0) < position || leadsTo(key, above, from, back));
    const path = [{ key: root, at: 0 }];
    reached.add(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = from.get(top.key)?.[top.at++];
      if (!link) {
        left.add(top.key);
        path.pop();
      } else if (!reached.has(link.to)) {
        reached.add(link.to);
        path.push({ key: link.to, at: 0 });
      } else if (left.has(link.to) ? isAbove(link.to) : link.to !== link.from) back.add(link);
    }
  }
  return back;
}

/** Whether arrows that go down lead from one block to another. */
function leadsTo(
  key: string,
  target: string,
  from: ReadonlyMap<string, readonly Link[]>,
  back: ReadonlySet<Link>,
): boolean {
  const seen = new Set([key]);
  for (const at of seen) for (const link of from.get(at) ?? []) if (!back.has(link)) seen.add(link.to);
  return seen.has(target);
}
