import type { ActionPlace } from '../simulator';

/** Finds the name of the action at a path of the document that was run. */
export type Names = (path: ActionPlace['path']) => string | undefined;

/** The type of an action at a place, behind its name where it has one: `ask: talk`. */
export function typeText({ path, type }: Pick<ActionPlace, 'path' | 'type'>, names: Names): string {
  const name = names(path);
  return name === undefined ? type : `${name}: ${type}`;
}
