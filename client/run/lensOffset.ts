import type { FlowModel } from '../../flow';
import { mainScope } from './sentFlow';

/** Where the commands that run a document are offered in it: at its actions. Undefined for what cannot be run. */
export function lensOffset(model: FlowModel): number | undefined {
  if (model.shape === 'action') return undefined;
  const list = mainScope(model)?.list;
  return list && (list.key?.offset ?? list.offset);
}
