import { actionAtPath } from '../model/actionAtPath';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { type ActionPlace, countedFromOne } from '../simulator';

/** Names the places of a run as `nameOf` names the action there; by index and type what is in no document. */
export function placeNames(
  model: FlowModel,
  nameOf: (action: ActionNode, index: string) => string,
): (place: ActionPlace) => string {
  return ({ index, path, type }) => {
    const action = actionAtPath(model, path);
    return action ? nameOf(action, index) : `${countedFromOne(index)} ${type}`;
  };
}
