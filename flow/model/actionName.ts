import { canonicalUuid } from './uuid';

/** The maximum number of characters in the name of an action. */
export const maxNameLength = 64;

/** The form of a name. */
export const actionName = new RegExp(`^[A-Za-z][A-Za-z0-9_-]{0,${maxNameLength - 1}}$`);

/**
 * Whether a text is a name that an action of a `*.flow.jsonc` document can have instead of a UUID: a letter, then letters, digits, `-` and `_`.
 * Case matters. A text that VoIPbin reads as a UUID is not a name, although some UUIDs begin with a letter.
 */
export function isActionName(text: string): boolean {
  return actionName.test(text) && canonicalUuid(text) === undefined;
}

/** The id that a text means: a UUID in its canonical form, or a name in a document that may have names. Undefined if it is neither. */
export function readActionId(text: string, names: boolean): string | undefined {
  return canonicalUuid(text) ?? (names && actionName.test(text) ? text : undefined);
}
