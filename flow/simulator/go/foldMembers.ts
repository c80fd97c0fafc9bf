import { addTo } from '../../collections/addTo';
import { foldKey } from '../../json/foldKey';
import { isList, isObject, type JsonObject, type JsonValue } from '../../json/jsonValue';
import { membersOf, objectOfMembers } from './repeatedKeys';

/**
 * The members of an object by their names in lower case, as Go reads them into a struct: those that repeat or differ in case go one after another into the
 * same value. Lists and objects merge, `null` empties them and leaves the rest alone.
 */
export function foldMembers(object: JsonObject): ReadonlyMap<string, JsonValue> {
  const given = new Map<string, JsonValue[]>();
  for (const [key, value] of membersOf(object)) addTo(given, foldKey(key), value);
  return new Map([...given].map(([name, values]) => [name, merge(values)]));
}

/** One value of several, all at once: a text may repeat a key as often as it likes. */
function merge(given: readonly JsonValue[]): JsonValue {
  const last = given[given.length - 1] ?? null;
  if (given.length <= 1) return last;
  const values = given.slice(given.lastIndexOf(null) + 1);
  if (values.length === 0) {
    const before = [...given].reverse().find((value) => value !== null) ?? null;
    return typeof before === 'object' ? null : before;
  }
  if (isObject(last) && values.every(isObject))
    return objectOfMembers(values.flatMap((value) => [...membersOf(value)]));
  if (!isList(last) || !values.every(isList)) return last;
  return last.map((_, at) => merge(elementsAt(values, at)));
}

/** The elements at a position, back to the last list that has none there. */
function elementsAt(lists: readonly (readonly JsonValue[])[], at: number): JsonValue[] {
  const elements: JsonValue[] = [];
  for (let list = lists.length - 1; list >= 0; list--) {
    const element = lists[list]?.[at];
    if (element === undefined) break;
    elements.push(element);
  }
  return elements.reverse();
}
