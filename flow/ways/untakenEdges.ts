import { isTrigger } from '../catalog/referenceTypes';
import type { Edge } from '../graph/edge';
import { graphOf } from '../graph/flowGraph';
import type { FlowModel } from '../model/flowModel';
import { edgeKey, takenKey } from './edgeKeys';
import type { Ways } from './ways';

/**
 * The edges of a list, as VoIPbin documents them, that no explored call takes, in order of the text.
 *
 * None where no call executes anything, which says enough. What only the running system knows, and the ends that an action makes itself (`hangup`, `stop`), are not edges in the document.
 */
export function untakenEdges(model: FlowModel, { call, input, found }: Ways): readonly Edge[] {
  const { referenceType } = input;
  if (found.visits.length === 0) return [];
  // A key that stands twice in the text makes an edge twice.
  const told = new Set(found.edges.map(takenKey));
  return graphOf(model, 'documented', isTrigger(referenceType) ? referenceType : undefined).edges.filter((edge) => {
    const { from, to, kind, open } = edge;
    if (from.scope.owner !== call?.owner || from.scope.fragment || open) return false;
    const isWritten = to !== undefined || (kind === 'end' && from.definition?.successor !== 'terminate');
    const key = edgeKey(edge);
    if (!isWritten || told.has(key)) return false;
    told.add(key);
    return true;
  });
}
