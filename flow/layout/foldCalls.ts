import { addTo } from '../collections/addTo';
import { wrap } from './measure';
import type { Inside, Picture } from './picture';

/**
 * The same picture without the lists that new calls run: the action that places a call says how many actions there are, those of calls within it
 * included. They are counted in `whole`, where runs are not collapsed. Lists that no call runs, since a `flow_id` wins over them, are not counted.
 */
export function foldCalls(picture: Picture, whole: Picture = picture): Picture {
  const { lanes, nodes, edges } = picture;
  const kept = lanes.flatMap(({ owner }, lane) => (owner === undefined ? [lane] : []));
  const place = new Map(kept.map((lane, at) => [lane, at]));
  const laneOf = new Map(whole.nodes.map(({ key, lane }) => [key, lane]));
  const placed = new Set(whole.edges.flatMap(({ kind, to }) => (kind === 'call' ? [laneOf.get(to)] : [])));
  const inside = new Map<string, Inside[]>();
  const counts = new Map<string, number>();
  for (const { kind, lane, key, label } of whole.nodes) {
    if (kind !== 'action') continue;
    let at = lane;
    let isPlaced = true;
    for (let owner = lanes[at]?.owner; owner !== undefined; owner = lanes[at]?.owner) {
      isPlaced &&= placed.has(at);
      if (isPlaced) counts.set(owner, (counts.get(owner) ?? 0) + 1);
      at = laneOf.get(owner) ?? 0;
      addTo(inside, owner, { key, label });
    }
  }
  const shown = nodes.flatMap((node) => {
    const lane = place.get(node.lane);
    if (lane === undefined) return [];
    const own = node.run.length > 0 ? node.run.map(({ key }) => key) : [node.key];
    const folded = own.flatMap((key) => inside.get(key) ?? []);
    const count = own.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
    if (count === 0) return [{ ...node, lane, folded }];
    const note = `places a call of ${count === 1 ? '1 action' : `${count} actions`}`;
    return [
      {
        ...node,
        lane,
        folded,
        detail: [...wrap(node.detail.join(' ')).slice(0, 1), note],
        label: `${node.label}, ${note}`,
      },
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
