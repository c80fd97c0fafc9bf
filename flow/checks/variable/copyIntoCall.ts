import type { Edit } from '../../edit/edit';
import { isSetFor, readAt } from '../../graph/readAt';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import type { Variable } from '../../model/variables';
import { insertBefore } from '../../refactor/insertAction';

/** Whether an action in a new call can have the value of a variable that the flow around sets, and the new call does not. */
export function canCopyIntoCall(action: ActionNode, { name, setters }: Variable): boolean {
  const isSetIn = (point: ActionNode) => setters.some((setter) => isSetFor(setter, point));
  return !name.includes('}') && isSetIn(readAt(action, 'text')) && !isSetIn(readAt(action, 'name'));
}

/** The edits that set a variable of a new call to the value of the flow around, which replaces the texts of the new call. */
export function copyIntoCall(model: FlowModel, action: ActionNode, name: string, newId: () => string): Edit[] {
  return insertBefore(model, action, { type: 'variable_set', option: { key: name, value: `\${${name}}` } }, newId);
}
