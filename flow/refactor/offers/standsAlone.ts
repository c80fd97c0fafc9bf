import type { ActionNode, FlowModel } from '../../model/flowModel';

/** Whether no jump leads out of some actions of a list, nor to another one of them than the first. */
export function standsAlone(model: FlowModel, actions: readonly ActionNode[]): boolean {
  const [first] = actions;
  const inside = new Set(actions);
  const ids = new Set(actions.map(({ id }) => id));
  return model.references.every(({ from, id }) => {
    if (from.scope !== first?.scope || id === undefined) return true;
    return inside.has(from) ? ids.has(id) : !ids.has(id) || id === first.id;
  });
}
