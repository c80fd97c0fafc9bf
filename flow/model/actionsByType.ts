import type { ActionDefinition } from '../catalog/action';
import type { ActionNode, FlowModel } from './flowModel';
import { perModel } from './perModel';

/** The actions of all lists of a document by type, each group in order of the text; those without a type under `undefined`. */
export const actionsByType = perModel((model): ReadonlyMap<string | undefined, readonly ActionNode[]> => {
  const groups = new Map<string | undefined, ActionNode[]>();
  for (const action of model.actions) {
    const group = groups.get(action.type);
    if (group) group.push(action);
    else groups.set(action.type, [action]);
  }
  return groups;
});

/** The actions of one type, in order of the text. */
export function actionsOfType(model: FlowModel, type: string): readonly ActionNode[] {
  return actionsByType(model).get(type) ?? none;
}

/** An action of a type that the catalog knows. */
export interface KnownAction extends ActionNode {
  readonly definition: ActionDefinition;
}

/** The actions of the types that are asked for, type by type. */
export function listActions(
  model: FlowModel,
  isWanted: (definition: ActionDefinition) => boolean,
): readonly KnownAction[] {
  const wanted: ActionNode[] = [];
  for (const actions of actionsByType(model).values()) {
    const definition = actions[0]?.definition;
    if (definition && isWanted(definition)) for (const action of actions) wanted.push(action);
  }
  return wanted as readonly KnownAction[];
}

const none: readonly ActionNode[] = [];
