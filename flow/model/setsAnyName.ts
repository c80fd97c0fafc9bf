import { actionsOfType } from './actionsOfType';
import type { FlowModel } from './flowModel';
import { perModel } from './perModel';

/** Types whose AI, or whose actions from elsewhere, can set variables of any name. Source: ai-manager tool `set_variables`; lists share one map. */
const anyNameTypes = ['ai_talk', 'ai_task', 'fetch'];

/** Whether actions of a flow can set variables whose names the text does not have. What flows that it fetches set is another matter. */
export function setsAnyName(model: FlowModel): boolean {
  return derived(model).any;
}

const derived = perModel((model) => ({ any: anyNameTypes.some((type) => actionsOfType(model, type).length > 0) }));
