import { foldKey } from './foldKey';

/** A key, and the same as the engine compares it (`foldKey`). */
export interface Name {
  readonly name: string;
  readonly folded: string;
}

/** So many that two words of a few dozen seldom share one: they would push each other out in every text. */
const slots = 4096;

/** Longer names are not kept: no key of a flow is so long, and what is kept stays as long as the program. */
const maxLength = 64;

/**
 * The name that had each hash last. Nearly all keys of all documents are a few words: making a string of each costs more than reading it, and a text that is
 * always the same one is compared at once.
 */
const seen: (Name | undefined)[] = new Array(slots).fill(undefined);

/** The name from `offset` to `end` of a text, as it stands there; `hash` is any number that equal names share. */
export function nameInText(text: string, offset: number, end: number, hash: number): Name {
  const slot = (hash ^ (hash >>> 12)) & (slots - 1);
  const before = seen[slot];
  if (before && stands(before.name, text, offset, end)) return before;
  const name = text.slice(offset, end);
  if (name.length > maxLength) return { name, folded: foldKey(name) };
  const own = detach(name);
  const named = { name: own, folded: foldKey(own) };
  seen[slot] = named;
  return named;
}

/** The same text, without the one that it was cut from, which V8 would keep with it. Names of properties stand for themselves, and are compared sooner. */
function detach(name: string): string {
  const owner = Object.create(null) as Record<string, true>;
  owner[name] = true;
  return Object.keys(owner)[0] ?? name;
}

/** Whether a name is what stands in a text. Faster than `startsWith` on the short texts that names are. */
function stands(name: string, text: string, offset: number, end: number): boolean {
  if (name.length !== end - offset) return false;
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) !== text.charCodeAt(offset + at)) return false;
  return true;
}
