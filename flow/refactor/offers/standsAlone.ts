import { targetOf } from '../../graph/target';
import type { ActionNode, FlowModel } from '../../model/flowModel';

/** Whether no jump leads out of some actions of a list, nor to another one of them than the first. */
export function standsAlone(model: FlowModel, actions: readonly ActionNode[]): boolean {
  const [first] = actions;
  const inside = new Set(actions);
  const ids = new Set(actions.map(({ id }) => id));
  return model.references.every((reference) => {
    const { from, id } = reference;
    if (from.scope !== first?.scope || id === undefined) return true;
    if (!inside.has(from)) return !ids.has(id) || id === first.id;
    // Of two actions with an id the first is meant, which can stand outside.
    const to = targetOf(reference);
    return ids.has(id) && to !== undefined && inside.has(to);
  });
}
