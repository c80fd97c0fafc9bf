import type { WorldScript } from './worldScript';

const byName = ['variables', 'fetch', 'flows', 'queues', 'conferences', 'refuses', 'audio', 'ai_sets'] as const;

/** A world on the ground of another: what both say by name is put together, of the rest its own counts. */
export function mergeWorlds(ground: WorldScript = {}, own: WorldScript = {}): WorldScript {
  const joined = byName.flatMap((key) => (ground[key] && own[key] ? [[key, { ...ground[key], ...own[key] }]] : []));
  return { ...ground, ...own, ...Object.fromEntries(joined) };
}
