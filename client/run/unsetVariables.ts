import { listNameUses } from '../../flow/checks/variable/nameUses';
import type { FlowModel } from '../../flow/model/flowModel';
import { isReserved, variablesByName } from '../../flow/model/variables';

/**
 * The variables of the author's own that a document reads and nothing in it sets, in the order of their first use.
 *
 * Names inside the actions of a `call` count, because they are filled in by this flow. Source: `substitute.go` works on the whole option.
 */
export function unsetVariables(model: FlowModel): readonly string[] {
  const known = variablesByName(model);
  const names = listNameUses(model).map(({ name }) => name);
  return [...new Set(names)].filter((name) => !isReserved(name) && !known.has(name));
}
