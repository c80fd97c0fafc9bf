import { isList, isObject, type JsonValue } from '../json/jsonValue';
import { canonicalUuid, nilUuid } from '../model/uuid';
import { foldMembers, parseGoJson, type SavedAction, type WorldScript } from '../simulator';
import type { Run } from '../simulator/run/run';

/** The flow itself: the outermost of the lists that are being run. */
export function mainList(run: Run): readonly SavedAction[] | undefined {
  let stack = (run.forward ?? run.current)?.stack;
  while (stack?.caller) stack = stack.caller.stack;
  return stack?.list.actions;
}

/** The actions of the lists that a world holds: those of stored flows, and those that URLs answer. */
export function actionsOf({ flows = {}, fetch = {} }: WorldScript): readonly SavedAction[] {
  const stored = Object.values(flows).flatMap((flow) => (Array.isArray(flow) ? flow : (flow.actions ?? [])));
  const fetched = Object.values(fetch).flatMap(({ body }) => {
    const value = parseGoJson(body);
    return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  });
  return actionsIn([...stored, ...fetched]);
}

/** The actions of a list as JSON. */
export function actionsIn(list: JsonValue | undefined): readonly SavedAction[] {
  return (isList(list) ? list : []).flatMap((action) => {
    if (!isObject(action)) return [];
    const members = foldMembers(action);
    const type = members.get('type');
    const option = members.get('option');
    return typeof type === 'string'
      ? [{ id: idIn(members.get('id')), nextId: nilUuid, type, option: isObject(option) ? option : undefined }]
      : [];
  });
}

const idIn = (value: JsonValue | undefined) => (typeof value === 'string' && canonicalUuid(value)) || nilUuid;
