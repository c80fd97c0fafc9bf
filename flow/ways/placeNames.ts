import { pathOf } from '../json/node';
import type { FlowModel } from '../model/flowModel';
import type { Place } from '../simulator';
import { actionLabel } from '../text/actionLabel';

/** Names the places of a run as people know them: the position in the list and the label of the action, such as `4 talk "Hello"`. */
export function placeNames({ actions }: FlowModel): (place: Place) => string {
  const known = new Map(actions.map((action) => [JSON.stringify(pathOf(action.node)), action]));
  return ({ index, path, type }) => {
    const action = known.get(JSON.stringify(path));
    return `${index} ${action ? actionLabel(action) : type}`;
  };
}
