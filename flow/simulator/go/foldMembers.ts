import { isList, isObject, type JsonObject, type JsonValue } from '../jsonValue';
import { fold } from './fold';
import { membersOf, objectOfMembers } from './repeatedKeys';

/**
 * The members of an object by their names in lower case, as Go reads them into a struct: those that repeat or differ in case go one after another into the
 * same value. Lists and objects merge, `null` empties them and leaves the rest alone.
 */
export function foldMembers(object: JsonObject): ReadonlyMap<string, JsonValue> {
  const members = new Map<string, JsonValue>();
  for (const [key, value] of membersOf(object)) {
    const name = fold(key);
    const before = members.get(name);
    members.set(name, before === undefined ? value : merge(before, value));
  }
  return members;
}

function merge(before: JsonValue, value: JsonValue): JsonValue {
  if (value === null) return typeof before === 'object' ? null : before;
  if (isObject(before) && isObject(value)) return objectOfMembers([...membersOf(before), ...membersOf(value)]);
  if (isList(before) && isList(value)) return value.map((one, at) => merge(before[at] ?? one, one));
  return value;
}
