import { isTrigger } from '../catalog/referenceTypes';
import type { TakenEdge } from '../explore';
import type { Edge } from '../graph/edge';
import { graphOf } from '../graph/flowGraph';
import { pathOf } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { Place } from '../simulator';
import type { Ways } from './ways';

/**
 * The edges of a list, as VoIPbin documents them, that no explored call takes, in order of the text.
 *
 * None where no call executes anything, which says enough. What only the running system knows, and the ends that an action makes itself (`hangup`, `stop`), are not edges in the document.
 */
export function untakenEdges(model: FlowModel, { call, input, found }: Ways): readonly Edge[] {
  const { referenceType } = input;
  if (found.visits.length === 0) return [];
  const taken = new Set(found.edges.map(keyOfTaken));
  return graphOf(model, 'documented', isTrigger(referenceType) ? referenceType : undefined).edges.filter((edge) => {
    const { from, to, kind, open } = edge;
    if (from.scope.owner !== call?.owner || from.scope.fragment || open) return false;
    const isWritten = to !== undefined || (kind === 'end' && from.definition?.successor !== 'terminate');
    return isWritten && !taken.has(keyOf(edge));
  });
}

const pathKey = (action: ActionNode | undefined) => (action ? JSON.stringify(pathOf(action.node)) : '');
const keyOf = ({ from, to, name }: Edge) => `${pathKey(from)} ${pathKey(to)} ${name}`;
const placeKey = (place: Place | undefined) => (place ? JSON.stringify(place.path) : '');
const keyOfTaken = ({ from, to, name }: TakenEdge) => `${placeKey(from)} ${placeKey(to)} ${name}`;
