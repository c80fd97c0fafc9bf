/**
 * The places to which some places lead, in groups: from each place of a group a way leads to each other one. `next` says where a place leads. A group
 * comes behind those to which it leads, and has its places in the order in which they were found.
 *
 * Tarjan's strongly connected components, without recursion: linear in what `next` says. Source: "Depth-first search and linear graph algorithms".
 */
export function componentsOf(next: readonly (readonly number[])[], roots: Iterable<number>): number[][] {
  const zeros = (): number[] => new Array(next.length).fill(0);
  // Of places that were entered the turn is at least 1. Plain arrays: typed ones take longer to make than most flows to look through.
  const turns = zeros();
  const lows = zeros();
  const isOpen: boolean[] = [];
  /** How many of the places to which one leads were looked at. */
  const looked = zeros();
  const open: number[] = [];
  const path: number[] = [];
  const components: number[][] = [];
  let entered = 0;
  const enter = (place: number) => {
    entered++;
    turns[place] = entered;
    lows[place] = entered;
    isOpen[place] = true;
    open.push(place);
    path.push(place);
  };
  const lower = (place: number, low = 0) => {
    if (low < (lows[place] ?? 0)) lows[place] = low;
  };

  for (const root of roots) {
    if (turns[root]) continue;
    enter(root);
    for (let top: number | undefined = root; top !== undefined; top = path[path.length - 1]) {
      const at: number = looked[top] ?? 0;
      const to = next[top]?.[at];
      if (to !== undefined) {
        looked[top] = at + 1;
        if (!turns[to]) enter(to);
        else if (isOpen[to]) lower(top, turns[to]);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above !== undefined) lower(above, lows[top]);
      if (lows[top] !== turns[top]) continue;
      const component = open.splice(open.lastIndexOf(top));
      for (const place of component) isOpen[place] = false;
      components.push(component);
    }
  }
  return components;
}
