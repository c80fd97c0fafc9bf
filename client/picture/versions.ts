import { type MovedKeys, renewKeys } from './renewKeys';

/** The pictures that a page was shown, by number: what was asked in an older one is done in the newest. */
export interface Versions {
  /** The number of the next picture. */
  add(moved: MovedKeys): number;
  /** The number of the newest picture. */
  latest(): number;
  /** What was asked, with the keys of the newest picture; undefined where something of it no longer exists. */
  renew<T extends object>(asked: T, version: number | undefined): T | undefined;
}

/** More pictures than are drawn while one message is on its way, or a question is open. */
const kept = 200;

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
    latest: () => first + all.length - 1,
    renew(asked, version) {
      if (version === undefined) return asked;
      if (version < first) return undefined;
      const since = all.slice(version - first + 1);
      return since.reduce<typeof asked | undefined>((now, moved) => now && renewKeys(now, moved), asked);
    },
  };
}
