/** A value as `JSON.parse` gives it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether a value is a JSON object, and neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON list. `Array.isArray` alone forgets that the list is read-only. */
export function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Go gives up beyond so many levels. Source: Go's encoding/json maxNestingDepth. */
const maxDepth = 10_000;

/** Whether a value that stands `above` levels deep in its document is nested too deep for Go to read. */
export function isTooDeep(value: JsonValue, above = 0): boolean {
  let level: JsonValue[] = [value];
  for (let depth = above; ; depth++) {
    const inner: JsonValue[] = [];
    let holds = false;
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      holds = true;
      for (const element of isList(one) ? one : Object.values(one)) {
        if (typeof element === 'object' && element !== null) inner.push(element);
      }
    }
    if (!holds) return false;
    if (depth >= maxDepth) return true;
    level = inner;
  }
}
