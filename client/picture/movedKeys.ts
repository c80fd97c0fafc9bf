import type { Edit } from '../../flow/edit/edit';
import { keysIn } from './drawing';
import type { Drawn } from './drawn';
import { keptActions } from './keptActions';
import type { PictureEdit } from './pictureProtocol';

/** The keys of nodes that have another key in the next picture, or none. */
export type MovedKeys = Readonly<Record<string, string | null>>;

/** Which keys the actions of a picture have in the next one. */
export function movedKeys(before: Drawn, steps: readonly (readonly Edit[])[], now: Drawn): MovedKeys {
  if (before.model === now.model && before.picture.nodes.length === now.picture.nodes.length) return {};
  const kept = keptActions(before.model, steps, now.model);
  const keys = keysIn(now);
  return Object.fromEntries(
    before.picture.nodes.flatMap(({ key, kind }): [string, string | null][] => {
      const action = kind === 'action' ? before.picture.actions.get(key) : undefined;
      const same = action && kept.get(action);
      const next = same && keys.get(same);
      return action && next !== key ? [[key, next ?? null]] : [];
    }),
  );
}

/** The pictures that a page was shown, by number: what it asks for in an older one is done in the newest. */
export interface Versions {
  /** The number of the next picture. */
  add(moved: MovedKeys): number;
  /** A change with the keys of the newest picture; undefined where something of it no longer exists. */
  renew(change: PictureEdit, version: number | undefined): PictureEdit | undefined;
}

/** More pictures than are drawn while one message is on its way. */
const kept = 50;

export function createVersions(): Versions {
  const all: MovedKeys[] = [];
  let first = 0;
  return {
    add(moved) {
      all.push(moved);
      if (all.length > kept) {
        all.shift();
        first++;
      }
      return first + all.length - 1;
    },
    renew(change, version) {
      if (version === undefined) return change;
      if (version < first) return undefined;
      return all
        .slice(version - first + 1)
        .reduce<PictureEdit | undefined>((now, moved) => now && renewed(now, moved), change);
    },
  };
}

function renewed(change: PictureEdit, moved: MovedKeys): PictureEdit | undefined {
  const now: Record<string, unknown> = { ...change };
  for (const name of ['node', 'until', 'to', 'edge']) {
    const key = now[name];
    if (typeof key !== 'string') continue;
    // The key of an arrow begins with that of its action.
    const old = name === 'edge' ? Object.keys(moved).find((node) => key.startsWith(`${node} `)) : key;
    if (old === undefined || !Object.hasOwn(moved, old)) continue;
    const next = moved[old];
    if (typeof next !== 'string') return undefined;
    now[name] = next + key.slice(old.length);
  }
  return now as PictureEdit;
}
