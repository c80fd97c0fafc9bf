import type { JsonObject } from '../../json/jsonValue';

/** One untyped map of several that Go reads one after another: of equal keys the later one counts. Undefined when there are none. */
export function mergeOptions(options: readonly JsonObject[]): JsonObject | undefined {
  if (options.length <= 1) return options[0];
  // All at once: a text may repeat a key as often as it likes.
  return Object.fromEntries(options.flatMap((jsonObject) => Object.entries(jsonObject)));
}
