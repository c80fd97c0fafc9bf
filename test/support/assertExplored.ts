import assert from 'node:assert/strict';
import type { Semantics } from '../../flow/catalog/semantics';
import { explore } from '../../flow/explore';
import { endId, placeOfEnd } from '../../flow/explore/findings';
import type { JsonValue } from '../../flow/json/jsonValue';
import { type RunInput, scriptedWorld, simulate, type WorldScript } from '../../flow/simulator';
import { mergeWorlds } from '../../flow/simulator/world/mergeWorlds';

/** The end that a world leads to, as an exploration names it, with what it takes. */
export function endIn(input: RunInput, world: WorldScript, semantics: Semantics) {
  const { events, result } = simulate(
    { ...input, variables: { ...input.variables, ...world.variables } },
    scriptedWorld(world),
    { semantics },
  );
  const last = events.at(-1);
  assert.ok(last?.type === 'end');
  return { id: endId(result, placeOfEnd(result, last)), duration: result.endedAt, used: result.used };
}

interface Options {
  readonly semantics?: Semantics;
  /** What is known of the outside. */
  readonly given?: WorldScript;
  readonly maxStates?: number;
}

/**
 * Explores a flow and fails where a world leads to an end that was not found, or where the world of an end leads elsewhere, or takes other times.
 * False where not all states were looked at, so that nothing can be said.
 */
export function isExplored(input: RunInput, worlds: readonly WorldScript[], options: Options = {}): boolean {
  const { semantics = 'observed', given = {}, maxStates = 5000 } = options;
  const found = explore(input, { semantics, world: given, maxStates });
  for (const { id, shortest, earliest, longest } of found.ends) {
    assert.ok(earliest <= shortest.duration && shortest.duration <= longest, `${id}: ${earliest} to ${longest}`);
    const { world, duration, used } = shortest;
    const end = endIn(input, world, semantics);
    assert.deepEqual(end, { id, duration, used }, `${semantics}: ${JSON.stringify(world)}`);
  }
  if (!found.complete) return false;
  const ends = new Set(found.ends.map(({ id }) => id));
  for (const world of worlds) {
    const { id } = endIn(input, mergeWorlds(given, world), semantics);
    assert.ok(ends.has(id), `${semantics}: ${id} in ${JSON.stringify(world)} is none of ${[...ends].join(', ')}`);
  }
  return true;
}

/** The same in both meanings, of a flow that is explored to its end. */
export function assertExplored(input: RunInput, worlds: readonly WorldScript[], given: WorldScript = {}): void {
  for (const semantics of ['observed', 'documented'] as const) {
    assert.ok(isExplored(input, worlds, { semantics, given }), `${semantics}: not complete`);
  }
}

/** A flow to explore, and calls whose ends have to be found. */
export interface ExploredCase {
  readonly actions: JsonValue;
  readonly worlds: readonly WorldScript[];
  readonly given?: WorldScript;
}
