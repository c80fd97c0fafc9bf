import { wrap } from './measure';
import type { Picture } from './picture';

/**
 * The same picture without the lists that new calls run: the action that places a call says how many actions there are, those of calls within it
 * included. They are counted in `whole`, where runs are not collapsed.
 */
export function foldCalls(picture: Picture, whole: Picture = picture): Picture {
  const { lanes, nodes, edges } = picture;
  const kept = lanes.flatMap(({ owner }, lane) => (owner === undefined ? [lane] : []));
  const place = new Map(kept.map((lane, at) => [lane, at]));
  const laneOf = new Map(whole.nodes.map(({ key, lane }) => [key, lane]));
  const counts = new Map<string, number>();
  for (const { kind, lane } of whole.nodes) {
    if (kind !== 'action') continue;
    for (let owner = lanes[lane]?.owner; owner !== undefined; owner = lanes[laneOf.get(owner) ?? 0]?.owner)
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const shown = nodes.flatMap((node) => {
    const lane = place.get(node.lane);
    if (lane === undefined) return [];
    const count = counts.get(node.key);
    if (count === undefined) return [{ ...node, lane }];
    const note = `places a call of ${count === 1 ? '1 action' : `${count} actions`}`;
    return [
      { ...node, lane, detail: [...wrap(node.detail.join(' ')).slice(0, 1), note], label: `${node.label}, ${note}` },
    ];
  });
  const keys = new Set(shown.map(({ key }) => key));
  return {
    ...picture,
    lanes: kept.flatMap((lane) => lanes[lane] ?? []),
    nodes: shown,
    edges: edges.filter(({ from, to }) => keys.has(from) && keys.has(to)),
  };
}
