import { listNameUses } from '../../flow/checks/variable/nameUses';
import { isSetFor, readAt } from '../../flow/graph/readAt';
import type { FlowModel } from '../../flow/model/flowModel';
import { isReserved, variablesByName } from '../../flow/model/variables';

/**
 * The variables of the author's own that a flow reads and does not set, in the order of their first use. What a new call reads and sets by itself does
 * not count: it does not get what the flow is started with.
 */
export function unsetVariables(model: FlowModel): readonly string[] {
  const known = variablesByName(model);
  const names = listNameUses(model).flatMap(({ name, action, by }) => {
    if (isReserved(name)) return [];
    const point = action && readAt(action, by);
    if (point?.scope.owner) return [];
    const variable = known.get(name);
    const isSet = variable?.setters.some((setter) => !point || isSetFor(setter, point));
    return isSet || variable?.builtIn ? [] : [name];
  });
  return [...new Set(names)];
}
