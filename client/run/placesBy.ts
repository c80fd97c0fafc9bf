import { canonicalUuid } from '../../flow';
import type { RunDocument } from './run';
import type { PathOfPlace } from './traceOfEvents';

/**
 * Finds the places of a run in its document: by the ids of the actions, and in the list that was sent by the position.
 *
 * A place of another list, which VoIPbin fetched or made, is nowhere in the document.
 */
export function placesBy({ pathById, listPath }: Pick<RunDocument, 'pathById' | 'listPath'>): PathOfPlace {
  return ({ index }, id) => {
    const byId = id === undefined ? undefined : pathById.get(canonicalUuid(id) ?? '');
    if (byId || !listPath || !/^\d+$/.test(index)) return byId;
    return [...listPath, Number(index)];
  };
}
