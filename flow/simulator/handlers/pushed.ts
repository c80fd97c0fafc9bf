import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import { placeOf, type Run } from '../run/run';
import { type ActionList, actionList, type SavedAction } from '../stack/actionList';

/** An action as the platform makes it for a list that it pushes. */
export function made(run: Run, type: string, option?: JsonObject): SavedAction {
  return { id: run.ids(), nextId: nilUuid, type, option };
}

/** A list that the current action pushes. */
export function pushedList(run: Run, actions: readonly SavedAction[]): ActionList {
  return actionList(actions, `pushed/${placeOf(run)?.index ?? ''}/`);
}
