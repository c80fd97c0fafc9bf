import type { Picture } from './picture';

/** So many nodes are shown on each side of an action. */
const most = 8;

/** The surroundings of a node: itself, what leads to it, and what it leads to. */
export function around(picture: Picture, key: string): Picture {
  const into = picture.edges.filter(({ to, from }) => to === key && from !== key).slice(0, most);
  const out = picture.edges.filter(({ from }) => from === key).slice(0, most);
  const edges = [...into, ...out];
  const near = new Set([key, ...edges.flatMap(({ from, to }) => [from, to])]);
  const nodes = picture.nodes.filter((node) => near.has(node.key));
  const used = picture.lanes.map((_, lane) => lane).filter((lane) => nodes.some((node) => node.lane === lane));
  const lanes = used.flatMap((at) => {
    const lane = picture.lanes[at];
    return lane ? [{ ...lane, owner: lane.owner !== undefined && near.has(lane.owner) ? lane.owner : undefined }] : [];
  });
  return { ...picture, lanes, nodes: nodes.map((node) => ({ ...node, lane: used.indexOf(node.lane) })), edges };
}
