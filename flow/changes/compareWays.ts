import { addTo } from '../collections/addTo';
import type { Picture, PictureEdge, PictureNode } from '../layout';
import { goneKey } from './goneKey';

/** `rerouted`: it leads elsewhere. */
export type Change = 'added' | 'removed' | 'changed' | 'rerouted';

export interface ComparedWays {
  /** Those of now. */
  readonly edges: readonly PictureEdge[];
  /** Those that are gone, between nodes as the compared picture names them. */
  readonly gone: readonly PictureEdge[];
  /** By key. */
  readonly lights: Readonly<Record<string, Change>>;
  /** The changes of the ways of an action that still exists, by its key. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

/** The changes of ways. `names` has the keys of earlier nodes that still exist, with their present keys. */
export function compareWays(then: Picture, now: Picture, names: ReadonlyMap<string, string>): ComparedWays {
  const stayed = new Set(names.values());
  const nodesThen = byKey(then.nodes);
  const nodesNow = byKey(now.nodes);
  const lights: Record<string, Change> = {};
  const notes = new Map<string, string[]>();
  const gone: PictureEdge[] = [];
  const note = (key: string, { text }: PictureEdge, what: string) =>
    addTo(notes, key, text === '' ? what : `${text} ${what}`);
  const nameThen = (key: string) => names.get(key) ?? goneKey(key);
  const leave = (edge: PictureEdge) => {
    const key = goneKey(edge.key);
    gone.push({ ...edge, key, from: nameThen(edge.from), to: nameThen(edge.to) });
    lights[key] = 'removed';
  };
  const left = new Map<string, PictureEdge>();
  for (const [way, edge] of waysOf(then, nameThen)) left.set(way, edge);

  for (const [way, edge] of waysOf(now, (key) => key)) {
    const old = left.get(way);
    left.delete(way);
    const isNewFrom = !stayed.has(edge.from);
    const isNewTo = isAction(nodesNow.get(edge.to)) && !stayed.has(edge.to);
    if (isNewFrom || !old) {
      lights[edge.key] = 'added';
      // An action is unchanged if only its next action in the list is another one.
      if (!isNewFrom && edge.text !== '') note(edge.from, edge, 'added');
      continue;
    }
    if (targetOf(old, nodesThen, nameThen) === targetOf(edge, nodesNow, (key) => key)) continue;
    const isGoneTo = isAction(nodesThen.get(old.to)) && !names.has(old.to);
    lights[edge.key] = isNewTo ? 'added' : 'rerouted';
    const isOrder = edge.text === '' && old.text === '';
    // Something that was put between two actions, or taken from there, changes neither of them.
    if (!isOrder || !(isNewTo || isGoneTo)) note(edge.from, edge, 'leads elsewhere');
    if (!isOrder || !isNewTo || isGoneTo) leave(old);
  }
  for (const edge of left.values()) {
    leave(edge);
    const from = names.get(edge.from);
    if (from !== undefined && edge.text !== '') note(from, edge, 'removed');
  }
  return { edges: now.edges, gone, lights, notes };
}

const byKey = (nodes: readonly PictureNode[]) => new Map(nodes.map((node) => [node.key, node]));

const isAction = (node: PictureNode | undefined) => node?.kind === 'action';

/** The ways of a picture by what tells each from the others, whatever it leads to; without those that are only documented. */
function waysOf({ edges, graphEdges }: Picture, nameOf: (key: string) => string): [string, PictureEdge][] {
  const counts = new Map<string, number>();
  return edges
    .filter(({ isDocumentedOnly }) => !isDocumentedOnly)
    .map((edge) => {
      const name = graphEdges.get(edge.key)?.name ?? edge.kind;
      const way = `${nameOf(edge.from)} ${onward.has(edge.kind) ? 'on' : name}`;
      const count = (counts.get(way) ?? 0) + 1;
      counts.set(way, count);
      return [`${way} ${count}`, edge];
    });
}

/** By the order of the list or by `next_id`: an action has one of them. */
const onward: ReadonlySet<string> = new Set(['next', 'next_id', 'restart', 'end']);

/** Ends of one name are the same end. */
function targetOf(
  { to, isDrop }: PictureEdge,
  nodes: ReadonlyMap<string, PictureNode>,
  nameOf: (key: string) => string,
): string {
  const node = nodes.get(to);
  const isEnd = node?.kind === 'end' || node?.kind === 'elsewhere';
  return isEnd ? `${node.kind} ${node.title} ${isDrop}` : nameOf(to);
}
