import { isTrigger } from '../catalog/referenceTypes';
import type { Exploration, ExploredCall } from '../explore';
import type { Edge } from '../graph/edge';
import { graphOf } from '../graph/flowGraph';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { locate } from '../model/locate';
import type { ActionPlace, RunInput } from '../simulator';
import { actionKey, edgeKey, placeKey, takenKey } from './edgeKeys';
import { shortestFirst } from './shortestFirst';

/** A way from an action to the next that a value in the text makes. */
export interface WrittenWay {
  readonly edge: Edge;
  /** The shortest call that takes it; undefined where none was found. */
  readonly call: ExploredCall | undefined;
}

/** The way that the target, or the case, at an offset (UTF-16 code units) makes; undefined where there is none. */
export function wayAt(
  model: FlowModel,
  offset: number,
  found: Exploration,
  { referenceType }: Pick<RunInput, 'referenceType'>,
): WrittenWay | undefined {
  const { at, node } = locate(model, offset);
  const reference = node && model.references.find((reference) => reference.node === node);
  if (!reference || (at !== 'value' && reference.kind !== 'case')) return undefined;
  const graph = graphOf(model, found.semantics, isTrigger(referenceType) ? referenceType : undefined);
  const edge = graph.from(reference.from).find((edge) => edge.reference === reference);
  if (!edge) return undefined;
  const key = edgeKey(edge);
  return { edge, call: found.edges.find((taken) => takenKey(taken) === key)?.call };
}

/** Of all calls that come to an action the shortest; undefined where none was found. */
export function callTo(found: Exploration, action: ActionNode): ExploredCall | undefined {
  const calls = [
    // An edge to it is taken before one from it.
    ...found.edges.filter(({ from, to }) => isAt(to, action) || isAt(from, action)).map(({ call }) => call),
    ...found.ends.flatMap(({ at, shortest }) => (isAt(at, action) ? [shortest] : [])),
  ];
  return calls.sort(shortestFirst)[0];
}

export const isAt = (place: ActionPlace | undefined, action: ActionNode): boolean =>
  place !== undefined && placeKey(place) === actionKey(action);
