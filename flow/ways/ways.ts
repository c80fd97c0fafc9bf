import type { End, Exploration } from '../explore';
import { exploring } from '../explore';
import type { FlowModel } from '../model/flowModel';
import type { RunInput, Semantics, WorldScript } from '../simulator';
import { type NestedCall, nestedCalls } from './nestedCalls';

/** What calls of one list of actions come to, by both meanings. */
export interface Ways {
  /** The placed call whose ways these are; undefined for the flow itself. */
  readonly call: NestedCall | undefined;
  readonly input: RunInput;
  /** What the exploration was told of the outside. */
  readonly ground: WorldScript;
  /** By the meaning that was asked for. */
  readonly found: Exploration;
  readonly other: Exploration;
}

export interface WaysOptions {
  readonly semantics: Semantics;
  readonly world?: WorldScript;
  /** For each list and each meaning. */
  readonly maxStates?: number;
}

/**
 * Explores a flow, and each list of actions that a call of it runs, by both meanings. The flow itself comes first.
 *
 * A generator, as `exploring` is: it can be cut in slices and stopped.
 */
export function* exploringWays(
  model: FlowModel,
  input: RunInput,
  { semantics, world = {}, maxStates }: WaysOptions,
): Generator<number, readonly Ways[], void> {
  const placed = sharedWorld(world);
  const all = [
    { call: undefined, input, ground: world },
    ...nestedCalls(model).map((call) => ({ call, input: call.input, ground: placed })),
  ];
  const bound = maxStates === undefined ? {} : { maxStates };
  const ways: Ways[] = [];
  for (const item of all) {
    const options = { world: item.ground, ...bound };
    const found = yield* exploring(item.input, { ...options, semantics });
    const other = yield* exploring(item.input, { ...options, semantics: otherThan(semantics) });
    ways.push({ ...item, found, other });
  }
  return ways;
}

export const otherThan = (semantics: Semantics): Semantics => (semantics === 'observed' ? 'documented' : 'observed');

/** Whether the other meaning has this end, too; undefined where it was not explored far enough to know. */
export function isInOther({ id }: End, { other }: Pick<Ways, 'other'>): boolean | undefined {
  if (other.ends.some((end) => end.id === id)) return true;
  return other.complete ? false : undefined;
}

/** The ends that only the other meaning has; none if that is unknown. */
export function endsOnlyInOther({ found, other }: Pick<Ways, 'found' | 'other'>): readonly End[] {
  if (!found.complete) return [];
  const ids = new Set(found.ends.map(({ id }) => id));
  return other.ends.filter(({ id }) => !ids.has(id));
}

/** What a world says that counts for the calls that are placed, too. */
export function sharedWorld({ now, fetch, flows, queues, conferences, refuses, audio }: WorldScript): WorldScript {
  const shared = { now, fetch, flows, queues, conferences, refuses, audio };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
}
