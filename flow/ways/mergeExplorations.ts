import type { Semantics } from '../catalog/semantics';
import type { End, Exploration, ExploredCall, ExploredEdge, Visit } from '../explore';
import { takenKey } from './edgeKeys';
import { shortestFirst } from './shortestFirst';

/** What several flows come to that one list of actions becomes, as if they were one. `leftOut` says why there may be more such flows. */
export function mergeExplorations(
  parts: readonly Exploration[],
  semantics: Semantics,
  leftOut: Exploration['leftOut'],
): Exploration {
  const [only, ...others] = parts;
  if (only && others.length === 0 && !leftOut) return only;
  const reason = parts.find((part) => part.leftOut)?.leftOut ?? leftOut;
  return {
    semantics,
    states: parts.reduce((sum, { states }) => sum + states, 0),
    complete: reason === undefined,
    ...(reason && { leftOut: reason }),
    ends: joined(
      parts.flatMap(({ ends }) => ends),
      ({ id }) => id,
      joinEnds,
    ).sort((a, b) => b.ways - a.ways || (a.id < b.id ? -1 : 1)),
    edges: joined(
      parts.flatMap(({ edges }) => edges),
      takenKey,
      (a, b): ExploredEdge => ({ ...a, call: shorter(a.call, b.call) }),
    ),
    visits: joined(
      parts.flatMap(({ visits }) => visits),
      ({ at }) => at.index,
      joinVisits,
    ),
    placed: parts.flatMap(({ placed }) => placed),
    assumed: [...new Set(parts.flatMap(({ assumed }) => assumed))],
  };
}

function joinEnds(a: End, b: End): End {
  return {
    ...a,
    ways: Math.min(Number.MAX_SAFE_INTEGER, a.ways + b.ways),
    shortest: shorter(a.shortest, b.shortest),
    earliest: Math.min(a.earliest, b.earliest),
    longest: Math.max(a.longest, b.longest),
    maxUsed: Math.max(a.maxUsed, b.maxUsed),
  };
}

const joinVisits = (a: Visit, b: Visit): Visit => ({
  ...a,
  earliest: Math.min(a.earliest, b.earliest),
  latest: Math.max(a.latest, b.latest),
});

const shorter = (a: ExploredCall, b: ExploredCall) => (shortestFirst(a, b) > 0 ? b : a);

/** Those with the same key as one. */
function joined<T>(items: readonly T[], keyOf: (item: T) => string, join: (a: T, b: T) => T): T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    found.set(keyOf(item), known ? join(known, item) : item);
  }
  return [...found.values()];
}
