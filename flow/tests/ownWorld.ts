import type { WorldScript } from '../simulator';

/** What a caller does is over where nothing is done. */
const nothing: Readonly<Partial<WorldScript>> = { digits: [], keys: [], callees: [], calls: [] };

/** What a case has to say so that, on the ground of its file, it runs in a world. */
export function ownWorld(world: WorldScript, ground: WorldScript): WorldScript {
  const same = (key: string) =>
    JSON.stringify(world[key as keyof WorldScript]) === JSON.stringify(ground[key as keyof WorldScript]);
  const own = Object.entries(world).filter(([key]) => !same(key));
  const undone = Object.entries(nothing).filter(([key]) => key in ground && !(key in world) && !same(key));
  return Object.fromEntries([...own, ...undone]);
}

/** What people do in a world. A case can replace it, whatever the world of its file says. */
export function withoutActs({ digits, keys, callees, amd, call_status, calls, ai_ends_after, ...ground }: WorldScript) {
  return ground;
}
