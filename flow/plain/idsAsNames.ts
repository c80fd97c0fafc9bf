import type { FlowModel } from '../model/flowModel';
import { uuids } from '../model/uuid';
import { nameById } from './plainModel';

/** A sentence of the simulator or of VoIPbin in the words of a document: the UUIDs that stand for its names are those names again. */
export function idsAsNames(model: FlowModel, text: string): string {
  const names = nameById(model);
  return names.size === 0 ? text : text.replace(uuids, (id) => names.get(id.toLowerCase()) ?? id);
}
