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

const none: readonly ActionNode[] = [];
