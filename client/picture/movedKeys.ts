import type { ActionNode, Edit } from '../../flow';
import { keysIn } from './drawing';
import type { Drawn } from './drawn';
import { keptActions } from './keptActions';
import type { MovedKeys } from './renewKeys';

/** Which keys the actions of a picture have in the next one. */
export function movedKeys(before: Drawn, steps: readonly (readonly Edit[])[], now: Drawn): MovedKeys {
  if (before.model === now.model && before.picture.nodes.length === now.picture.nodes.length) return {};
  const kept = keptActions(before.model, steps, now.model);
  const keys = keysIn(now);
  const nodes = before.picture.nodes.flatMap(({ key, kind }): [string, string | null][] => {
    const action = kind === 'action' ? before.picture.actions.get(key) : undefined;
    const same = action && kept.get(action);
    const next = same && keys.get(same);
    return action && next !== key ? [[key, next ?? null]] : [];
  });
  return Object.fromEntries([...nodes, ...movedStarts(before, kept, now)]);
}

/** The arrow from the start of a list has the key of the first action in its own. */
function movedStarts(
  before: Drawn,
  kept: ReadonlyMap<ActionNode, ActionNode>,
  now: Drawn,
): readonly (readonly [string, string])[] {
  const starts = startsOf(now);
  return [...startsOf(before)].flatMap(([lane, key]) => {
    const scope = before.model.scopes[lane]?.actions.map((action) => kept.get(action)?.scope).find(Boolean);
    const next = starts.get(scope ? now.model.scopes.indexOf(scope) : lane);
    return next === undefined || next === key ? [] : [[key, next] as const];
  });
}

/** The keys of the arrows from starts, by lane. */
const startsOf = ({ picture }: Drawn): ReadonlyMap<number, string> => {
  const lanes = new Map(picture.nodes.map((node) => [node.key, node.lane]));
  return new Map(
    picture.edges.flatMap(({ key, from, kind }) => (kind === 'start' ? [[lanes.get(from) ?? -1, key]] : [])),
  );
};
