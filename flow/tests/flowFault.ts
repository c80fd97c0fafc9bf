import type { FlowModel } from '../model/flowModel';
import { syntaxFault } from '../model/syntaxFault';

/** Why the text of a file is not JSON, as the rest of a sentence behind the name of the file; undefined where it is. */
export const jsonFault = (model: FlowModel): string | undefined =>
  syntaxFault(model) ?? (model.root ? undefined : 'is empty');

export const noFlow = 'is not a flow. It needs a list of actions, or an object with `actions`';
