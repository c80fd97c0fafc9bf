import { isObject } from '../json/jsonValue';
import { type JsonNode, toValue } from '../json/node';

/** A JSON value as a text that is the same for values with the same members, in whatever order. */
export function meaningOf(node: JsonNode): string {
  return JSON.stringify(toValue(node), (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
