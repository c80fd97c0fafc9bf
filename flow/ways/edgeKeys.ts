import { perObject } from '../collections/perObject';
import type { Edge } from '../graph/edge';
import { pathOf } from '../json/node';
import { pathKey } from '../json/pathKey';
import type { ActionNode } from '../model/flowModel';
import type { ActionPlace } from '../simulator';

/** A way from one action of a document to the next, as a run takes it; `to` is undefined where the flow ends. */
export interface TakenEdge {
  readonly from: ActionPlace;
  readonly to: ActionPlace | undefined;
  /** As edges of the graph are named. */
  readonly name: string;
}

// The same for an edge of the graph and for one that a run takes, and for an action and a place of it.
export const edgeKey = ({ from, to, name }: Edge): string => `${actionKey(from)} ${actionKey(to)} ${name}`;
export const takenKey = ({ from, to, name }: TakenEdge): string => `${placeKey(from)} ${placeKey(to)} ${name}`;
export const actionKey = (action: ActionNode | undefined) => (action ? pathKey(pathOf(action.node)) : '');
export const placeKey = (place: ActionPlace | undefined) => (place?.path ? keyOfPath(place.path) : '');

/** Runs share the places of their flow. */
const keyOfPath = perObject(pathKey);
