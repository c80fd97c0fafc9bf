import type { ActionNode, FlowModel, Scope } from '../model/flowModel';
import { perModel } from '../model/perModel';
import { plainId } from './plainModel';

/** The action of a list that has a name for which VoIPbin gets this UUID. Undefined for every other id. */
export function actionOfPlainId(model: FlowModel, scope: Scope, id: string): ActionNode | undefined {
  // Of nearly all ids the version says enough.
  if (!scope.names || id[14] !== '5') return undefined;
  const lists = byPlainId(model);
  let list = lists.get(scope);
  if (!list) {
    const named = scope.actions.filter(({ name }) => name !== undefined).reverse();
    list = new Map(named.map((action) => [plainId(model, scope, action.name ?? ''), action]));
    lists.set(scope, list);
  }
  return list.get(id);
}

const byPlainId = perModel(() => new Map<Scope, ReadonlyMap<string, ActionNode>>());
