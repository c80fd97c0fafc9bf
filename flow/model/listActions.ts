import type { ActionDefinition } from '../catalog/action';
import type { ActionNode, FlowModel } from './flowModel';

/** The actions of one type, in order of the text. */
export function actionsOfType(model: FlowModel, type: string): readonly ActionNode[] {
  return model.actionsByType.get(type) ?? none;
}

/** An action of a type that the catalog knows. */
export interface KnownAction extends ActionNode {
  readonly definition: ActionDefinition;
}

/** The actions of the given types, type by type. */
export function listActions(
  model: FlowModel,
  isWanted: (definition: ActionDefinition) => boolean,
): readonly KnownAction[] {
  const wanted: ActionNode[] = [];
  for (const actions of model.actionsByType.values()) {
    const definition = actions[0]?.definition;
    if (definition && isWanted(definition)) for (const action of actions) wanted.push(action);
  }
  return wanted as readonly KnownAction[];
}

const none: readonly ActionNode[] = [];
