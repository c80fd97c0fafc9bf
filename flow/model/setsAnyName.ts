import { actionDefinitions } from '../catalog';
import { actionsOfType } from './actionsOfType';
import type { FlowModel } from './flowModel';
import { perModel } from './perModel';

/** What a flow sets that `fetch_flow` names can be known: it is another matter. */
const anyNameTypes = actionDefinitions.flatMap(({ type, setsAnything }) =>
  setsAnything && type !== 'fetch_flow' ? [type] : [],
);

/** Whether actions of a flow can set variables whose names the text does not have. */
export function setsAnyName(model: FlowModel): boolean {
  return derived(model).any;
}

const derived = perModel((model) => ({ any: anyNameTypes.some((type) => actionsOfType(model, type).length > 0) }));
