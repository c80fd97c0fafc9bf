import { pathOf } from '../json/node';
import type { ActionNode, FlowModel } from '../model/flowModel';
import { type ActionPlace, countedFromOne } from '../simulator';

/** Names the places of a run as `nameOf` names the action there; by index and type what is in no document. */
export function placeNames(
  { actions }: FlowModel,
  nameOf: (action: ActionNode, index: string) => string,
): (place: ActionPlace) => string {
  const known = new Map(actions.map((action) => [JSON.stringify(pathOf(action.node)), action]));
  return ({ index, path, type }) => {
    const action = known.get(JSON.stringify(path));
    return action ? nameOf(action, index) : `${countedFromOne(index)} ${type}`;
  };
}
