import { addTo } from '../collections/addTo';
import { type Edge, isDrop } from '../graph/edge';
import type { ActionNode, Scope } from '../model/flowModel';
import { keysByAction } from './keysByAction';
import type { Picture } from './picture';

/** An action that a call executed. */
export interface TakenStep {
  readonly action: ActionNode;
  /** The name of the edge that it took, `next` where it did not jump; undefined where that is not known: two keys can lead to one action. */
  readonly by?: string | undefined;
}

/** How a call ended, as far as a picture shows it: where its list ends, by an error, or in a way that is not drawn. */
export type TakenEnd = 'end' | 'dropped' | undefined;

/** Where no name says more, what did not jump took one of these. */
const ordinary: ReadonlySet<string> = new Set<Edge['kind']>(['next', 'next_id', 'restart', 'end']);

/** The keys of the nodes and edges that a call took, start and end included. */
export function takenBy(picture: Picture, steps: readonly TakenStep[], end: TakenEnd): ReadonlySet<string> {
  const taken = new Set<string>();
  const keys = keysByAction(picture);
  const bySource = new Map<string, (typeof picture.edges)[number][]>();
  const into = new Map<string, (typeof picture.edges)[number][]>();
  for (const edge of picture.edges) {
    addTo(bySource, edge.from, edge);
    addTo(into, edge.to, edge);
  }
  const take = (from: TakenStep, leadsThere: (edge: Edge, to: string) => boolean) => {
    const ways = (bySource.get(keys.get(from.action) ?? '') ?? []).filter(({ key, to }) => {
      const edge = picture.graphEdges.get(key);
      return edge !== undefined && leadsThere(edge, to);
    });
    const named = ways.find(({ key }) => picture.graphEdges.get(key)?.name === from.by);
    const inOrder = from.by === undefined ? undefined : ways.find(({ kind }) => ordinary.has(kind));
    const way = named ?? inOrder ?? ways[0];
    if (!way) return;
    taken.add(way.key);
    if (picture.nodes.some(({ key, kind }) => key === way.to && kind !== 'action')) taken.add(way.to);
  };
  const latest = new Map<Scope, TakenStep>();
  for (const step of steps) {
    const key = keys.get(step.action);
    if (key === undefined) continue;
    taken.add(key);
    const before = latest.get(step.action.scope);
    if (before) take(before, ({ to }) => to === step.action);
    else enter(key);
    latest.set(step.action.scope, step);
  }
  const last = steps.at(-1);
  if (last && end) take(last, (edge) => (end === 'dropped' ? isDrop(edge) : edge.kind === 'end'));
  return taken;

  /** The start of a list, and of a new call the arrow from the action that places it. */
  function enter(first: string): void {
    for (const start of into.get(first) ?? []) {
      if (start.kind !== 'start') continue;
      taken.add(start.key).add(start.from);
      for (const call of into.get(start.from) ?? []) taken.add(call.key);
    }
  }
}
