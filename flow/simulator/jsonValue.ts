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

/** Deeper nesting is read by nobody: Go gives up at 10 000 levels, and recursion over less than that is safe. */
const maxDepth = 1000;

/** Whether a value is nested too deep to be read. */
export function isTooDeep(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; depth <= maxDepth; depth++) {
    const inner: JsonValue[] = [];
    for (const one of level) {
      if (isList(one)) for (const element of one) inner.push(element);
      else if (isObject(one)) for (const element of Object.values(one)) inner.push(element);
    }
    if (inner.length === 0) return false;
    level = inner;
  }
  return true;
}
