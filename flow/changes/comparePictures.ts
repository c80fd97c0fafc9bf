import { addTo } from '../collections/addTo';
import { type Picture, type PictureNode, pictureOf } from '../layout';
import { keysByAction } from '../layout/keysByAction';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { shorten } from '../text/shorten';
import { changedParts } from './changedParts';
import { type Change, compareWays } from './compareWays';
import { goneKey } from './goneKey';
import { joinLanes } from './joinLanes';
import { matchActions } from './matchActions';
import { matchFlows } from './matchFlows';

/** The picture of a flow with the parts of an earlier version, and what changed. */
export interface ComparedPicture {
  /** The parts that are there have their usual keys, those that are gone others. */
  readonly picture: Picture;
  readonly nodes: Readonly<Record<string, { readonly kind: Change; readonly text: string }>>;
  readonly edges: Readonly<Record<string, Change>>;
  /** How many actions. */
  readonly counts: Readonly<Record<Change, number>>;
  /** The actions of the earlier version behind the nodes that are gone, by key. */
  readonly gone: ReadonlyMap<string, ActionNode>;
}

/** What changed from one version of a flow to another, as a picture: actions by id or by what they say, ways by where they lead. */
export function comparePictures(before: FlowModel, after: FlowModel): ComparedPicture {
  const then = pictureOf(before);
  const now = pictureOf(after);
  const flows = matchFlows(before, after);
  const matched = matchActions(before, after, flows);
  const keysThen = keysByAction(then);
  const keysNow = keysByAction(now);
  /** What an earlier node is called in the picture, by its own key. */
  const names = new Map<string, string>();
  for (const [action, old] of matched) names.set(keysThen.get(old) ?? '', keysNow.get(action) ?? '');
  // The lanes of a picture are the lists of the document, in their order.
  const { lanes, laneNow } = joinLanes(then, now, names, (lane) => {
    const flow = before.scopes[lane] && flows.get(before.scopes[lane]);
    return flow && after.scopes.indexOf(flow);
  });
  const { edges, gone: goneEdges, lights, notes } = compareWays(then, now, names);

  const nodes: Record<string, { kind: Change; text: string }> = {};
  const counts = { added: 0, removed: 0, changed: 0, rerouted: 0 };
  const mark = (key: string, kind: Change, text: string) => {
    nodes[key] = { kind, text: shorten(text, 60) };
    counts[kind]++;
  };
  for (const [action, key] of keysNow) {
    const old = matched.get(action);
    const parts = old && changedParts({ model: before, action: old }, { model: after, action });
    const ways = notes.get(key) ?? [];
    if (!parts) mark(key, 'added', 'added');
    else if (parts.length > 0) mark(key, 'changed', [`changed: ${parts.join(', ')}`, ...ways].join(', '));
    else if (ways.length > 0) mark(key, 'rerouted', ways.join(', '));
  }
  const gone = new Map<string, ActionNode>();
  /** By the node that they stand behind. */
  const goneNodes = new Map<string, PictureNode[]>();
  const needed = new Set(goneEdges.map(({ to }) => to));
  const last = new Map<number, string>();
  for (const node of then.nodes) {
    const known = names.get(node.key);
    if (known !== undefined) last.set(node.lane, known);
    const key = goneKey(node.key);
    if (known !== undefined || (node.kind !== 'action' && node.kind !== 'start' && !needed.has(key))) continue;
    const behind = last.get(node.lane) ?? '';
    addTo(goneNodes, behind, { ...node, key, lane: laneNow(node.lane), badges: [] });
    const action = then.actions.get(node.key);
    if (action) gone.set(key, action);
    if (node.kind === 'action') mark(key, 'removed', 'removed');
  }
  const all = [
    ...now.nodes.flatMap((node) => [node, ...(goneNodes.get(node.key) ?? [])]),
    ...(goneNodes.get('') ?? []),
  ];
  const picture = { ...now, lanes, nodes: all, edges: [...edges, ...goneEdges] };
  return { picture, nodes, edges: lights, counts, gone };
}
