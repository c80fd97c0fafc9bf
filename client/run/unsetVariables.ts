import { type FlowModel, isReserved, isSetFor, listNameUses, own, readAt, variablesByName } from '../../flow';

/**
 * The variables of the author's own that a flow reads and does not set, in the order of their first use. What a new call reads and sets by itself does
 * not count: it does not get what the flow is started with. Nor does what is `given`.
 */
export function unsetVariables(model: FlowModel, given?: Readonly<Record<string, string>>): readonly string[] {
  const known = variablesByName(model);
  const names = listNameUses(model).flatMap(({ name, action, by }) => {
    if (isReserved(name) || own(given, name) !== undefined) return [];
    const point = action && readAt(action, by);
    if (point?.scope.owner) return [];
    const variable = known.get(name);
    const isSet = variable?.setters.some((setter) => !point || isSetFor(setter, point));
    return isSet || variable?.builtIn ? [] : [name];
  });
  return [...new Set(names)];
}
