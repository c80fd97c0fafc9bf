import { addTo } from '../collections/addTo';
import { wrap } from './measure';
import type { Picture, PictureEdge, PictureNode } from './picture';

/** So many actions in a row become one node. */
const leastActions = 3;

/**
 * The same picture with one node for each straight run: actions that lead only to the next one, and to which nothing else leads. The node has the key
 * of the first action, and the findings of all.
 */
export function collapseRuns(picture: Picture): Picture {
  const { nodes, edges } = picture;
  const into = new Map<string, number>();
  const out = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    into.set(edge.to, (into.get(edge.to) ?? 0) + 1);
    addTo(out, edge.from, edge);
  }
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  /** The next action of a run. */
  const following = (key: string) => {
    const [only, ...more] = out.get(key) ?? [];
    const next = only && byKey.get(only.to);
    return only?.kind === 'next' && more.length === 0 && into.get(only.to) === 1 && next?.kind === 'action'
      ? next
      : undefined;
  };
  const followers = new Set(nodes.flatMap(({ key }) => following(key)?.key ?? []));
  const headOf = new Map<string, string>();
  const merged = new Map<string, PictureNode>();
  const lastOf = new Map<string, string>();
  for (const first of nodes) {
    if (first.kind !== 'action' || followers.has(first.key)) continue;
    const run = [first];
    for (let next = following(first.key); next; next = following(next.key)) run.push(next);
    if (run.length < leastActions) continue;
    for (const { key } of run) headOf.set(key, first.key);
    lastOf.set(first.key, run.at(-1)?.key ?? first.key);
    const titles = run.map(({ title }) => title);
    merged.set(first.key, {
      ...first,
      title: `${run.length} actions`,
      detail: wrap(titles.join(', ')),
      label: `${run.length} actions: ${titles.join(', ')}`,
      category: undefined,
      badges: run.flatMap(({ badges }) => badges),
      run: run.map(({ key, label }) => ({ key, label })),
    });
  }
  return {
    ...picture,
    nodes: nodes.flatMap((node) => {
      const head = headOf.get(node.key);
      return head === undefined ? [node] : head === node.key ? [merged.get(head) ?? node] : [];
    }),
    edges: edges.flatMap((edge) => {
      const from = headOf.get(edge.from);
      if (from !== undefined && lastOf.get(from) !== edge.from) return [];
      return [from === undefined ? edge : { ...edge, from }];
    }),
  };
}
