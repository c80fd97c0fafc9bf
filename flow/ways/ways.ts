import type { Semantics } from '../catalog/semantics';
import type { End, Exploration, ExploreOptions } from '../explore';
import type { FlowModel } from '../model/flowModel';
import type { RunInput, WorldScript } from '../simulator';
import { exploringLists, type ListOptions, wholeWorld } from './exploringLists';
import { type NestedCall, nestedCalls } from './nestedCalls';
import { sharedTime } from './sharedTime';

export interface WaysOptions extends Omit<ListOptions, 'time'> {
  /** For all lists in both meanings together. */
  readonly time?: ExploreOptions['time'];
}

/** What calls of one list of actions come to, by both meanings. */
export interface Ways {
  /** The placed call whose ways these are; undefined for the flow itself. */
  readonly call: NestedCall | undefined;
  /** Whether some call places it, by the meaning that was asked for. */
  readonly isPlaced: boolean;
  readonly input: RunInput;
  /** The input of the flow itself. */
  readonly whole: RunInput;
  /** The list becomes several flows, by what happens in the flow around it. */
  readonly varies: boolean;
  /** By the meaning that was asked for. */
  readonly found: Exploration;
  readonly other: Exploration;
  /**
   * The world of the whole flow in which the list is run and meets a world of `found` or `other`: for the flow itself the same. `met` is what it meets in
   * its place.
   */
  readonly inWhole: (world: WorldScript, met?: WorldScript) => WorldScript;
}

/**
 * Explores a flow, and each list of actions that a call of it runs, by both meanings. The flow itself comes first.
 *
 * A generator, as `exploring` is: it can be cut in slices and stopped.
 */
export function* exploringWays(
  model: FlowModel,
  input: RunInput,
  { time, ...bounds }: WaysOptions,
): Generator<number, readonly Ways[], void> {
  const calls = nestedCalls(model);
  const options: ListOptions = { ...bounds, ...(time && { time: sharedTime(time, 2 * (1 + calls.length)) }) };
  const asked = yield* exploringLists(model, input, options);
  const others = yield* exploringLists(model, input, { ...options, semantics: otherThan(options.semantics) });
  return [undefined, ...calls].flatMap((call): Ways[] => {
    const list = asked.get(call?.owner);
    const other = others.get(call?.owner);
    if (!list || !other) return [];
    return [
      {
        call,
        isPlaced: list.flows.length > 0,
        input: call?.input ?? input,
        whole: input,
        varies: list.flows.length > 1 || other.flows.length > 1,
        found: list.found,
        other: other.found,
        inWhole: (world, met = world) => wholeWorld(list, world, met) ?? wholeWorld(other, world, met) ?? met,
      },
    ];
  });
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
