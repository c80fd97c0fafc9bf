import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import { pushList } from '../run/pushList';
import { placeOf, type Run, type Script } from '../run/run';
import { type ActionList, actionList, type SavedAction } from '../stack/actionList';
import type { Stack } from '../stack/stackMap';

/** An action as the platform makes it for a list that it pushes. */
export function made(run: Run, type: string, option?: JsonObject): SavedAction {
  return { id: run.ids(), nextId: nilUuid, type, option };
}

/** A list that the current action pushes. */
export function pushedList(run: Run, actions: readonly SavedAction[]): ActionList {
  return actionList(actions, `pushed/${placeOf(run)?.index ?? ''}/`);
}

/** Pushes such a list. */
export const pushMade = (run: Run, actions: readonly SavedAction[]): Script<Stack | undefined> =>
  pushList(run, pushedList(run, actions), 'pushed');
