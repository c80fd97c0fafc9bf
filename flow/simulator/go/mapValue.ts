import { isList, isObject, type JsonObject, type JsonValue } from '../../json/jsonValue';

/** How {@link mapValue} changes what it finds. What is left out stays as it is. */
export interface ValueChange {
  /** A text, number, boolean or null; `inList` when it is an element of a list. */
  leaf(value: Leaf, inList: boolean): JsonValue;
  key?(key: string): string;
}

export type Leaf = string | number | boolean | null;

interface Level {
  readonly keys: readonly string[] | undefined;
  readonly values: readonly JsonValue[];
  readonly made: JsonValue[];
}

/**
 * A value with its leaves changed, as a new one; the given one stays as it is. Objects keep the order of their keys; of keys that become equal the last
 * wins.
 *
 * It does not call itself: Go reads 10 000 levels, which are more than the stack of a JavaScript engine holds.
 */
export function mapValue(value: JsonValue, change: ValueChange): JsonValue {
  if (!isList(value) && !isObject(value)) return change.leaf(value, false);
  const levels: Level[] = [levelOf(value, change)];
  for (;;) {
    const level = levels[levels.length - 1];
    if (!level) return value;
    const inner = level.values[level.made.length];
    if (inner === undefined) {
      levels.pop();
      const made = finish(level);
      const outer = levels[levels.length - 1];
      if (!outer) return made;
      outer.made.push(made);
    } else if (isList(inner) || isObject(inner)) levels.push(levelOf(inner, change));
    else level.made.push(change.leaf(inner, level.keys === undefined));
  }
}

function levelOf(value: readonly JsonValue[] | JsonObject, change: ValueChange): Level {
  if (isList(value)) return { keys: undefined, values: value, made: [] };
  const keys = Object.keys(value);
  return { keys: change.key ? keys.map(change.key) : keys, values: Object.values(value), made: [] };
}

function finish({ keys, made }: Level): JsonValue {
  // Object.fromEntries defines "__proto__" as an ordinary key; an assignment would not.
  return keys === undefined ? made : Object.fromEntries(made.map((value, at) => [keys[at] ?? '', value]));
}

/** Whether a leaf of a value, at any depth, has a property. `inList` as in {@link ValueChange}. */
export function someLeaf(value: JsonValue, has: (leaf: Leaf, inList: boolean) => boolean): boolean {
  return someMember(value, (_, inner, inList) => !isList(inner) && !isObject(inner) && has(inner, inList));
}

/** Whether a key of a value, at any depth, has a property. */
export function someKey(value: JsonValue, has: (key: string) => boolean): boolean {
  return someMember(value, (key) => key !== undefined && has(key));
}

function someMember(
  value: JsonValue,
  has: (key: string | undefined, inner: JsonValue, inList: boolean) => boolean,
): boolean {
  const open: JsonValue[] = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (isList(item)) {
      for (const inner of item) {
        if (has(undefined, inner, true)) return true;
        if (typeof inner === 'object') open.push(inner);
      }
    } else if (isObject(item)) {
      for (const [key, inner] of Object.entries(item)) {
        if (has(key, inner, false)) return true;
        if (typeof inner === 'object') open.push(inner);
      }
    }
  }
  return false;
}
