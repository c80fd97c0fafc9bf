import type { JsonNode } from '../../json/node';
import type { ActionNode, FlowModel } from '../../model/flowModel';
import { indexOf } from '../../model/locate';
import type { Place } from '../check';

/** The action that a problem stands on or in; undefined for problems that stand on a mere place. */
export function actionAt(model: FlowModel, at: JsonNode | Place): ActionNode | undefined {
  if (!('type' in at)) return undefined;
  const { actions } = indexOf(model);
  for (let node: JsonNode | undefined = at; node; node = node.parent) {
    const action = actions.get(node);
    if (action) return action;
  }
  return undefined;
}
