import { isList, type JsonValue } from '../../json/jsonValue';

/** Go gives up beyond so many levels. Source: Go's encoding/json maxNestingDepth. */
const maxDepth = 10_000;

/** Whether a value that stands `above` levels deep in its document is nested too deep for Go to read. */
export function isTooDeep(value: JsonValue, above = 0): boolean {
  let level: JsonValue[] = [value];
  for (let depth = above; ; depth++) {
    const inner: JsonValue[] = [];
    let holds = false;
    for (const member of level) {
      if (typeof member !== 'object' || member === null) continue;
      holds = true;
      for (const element of isList(member) ? member : Object.values(member)) {
        if (typeof element === 'object' && element !== null) inner.push(element);
      }
    }
    if (!holds) return false;
    if (depth >= maxDepth) return true;
    level = inner;
  }
}
