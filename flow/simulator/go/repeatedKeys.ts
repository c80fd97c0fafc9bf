import type { JsonObject, JsonValue } from '../../json/jsonValue';

type Member = readonly [string, JsonValue];

const repeated = new WeakMap<JsonObject, readonly Member[]>();

/** An object made of members as a text has them. Where keys repeat, the last one counts, but {@link membersOf} still knows all. */
export function objectOfMembers(members: readonly Member[]): JsonObject {
  const object: JsonObject = Object.fromEntries(members);
  if (Object.keys(object).length < members.length) repeated.set(object, members);
  return object;
}

/**
 * The members of an object in order of the text, with those that are repeated where they are known. Go reads one after another into the same struct, so
 * that an earlier one counts where it cannot be read and where the later one only adds to it.
 */
export function membersOf(object: JsonObject): readonly Member[] {
  return repeated.get(object) ?? Object.entries(object);
}
