import { type End, type Exploration, type ExploredCall, type ExploreOptions, exploring } from '../explore';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { RunInput, Semantics, WorldScript } from '../simulator';
import type { ListFlow, ListWays } from './listWays';
import { mergeExplorations } from './mergeExplorations';
import { type NestedCall, nestedCalls } from './nestedCalls';
import { placingsOf } from './placings';

export interface ListOptions {
  readonly semantics: Semantics;
  readonly world?: WorldScript;
  /** For each list, and for each flow that one becomes. */
  readonly maxStates?: number;
  readonly time?: ExploreOptions['time'];
}

/**
 * Explores a flow, and the lists of actions of the calls that it places, as they are when they are placed. By the action that places the call; undefined is the flow itself.
 *
 * `isWanted` says which placed calls are explored; those around them have to be.
 */
export function* exploringLists(
  model: FlowModel,
  input: RunInput,
  { semantics, world = {}, maxStates, time }: ListOptions,
  isWanted: (call: NestedCall) => boolean = () => true,
): Generator<number, ReadonlyMap<ActionNode | undefined, ListWays>, void> {
  const options = { semantics, ...(maxStates === undefined ? {} : { maxStates }), ...(time && { time }) };
  const whole: ListFlow = { input, ground: world, inWhole: (own) => own };
  const found = yield* exploring(input, { ...options, world });
  const lists = new Map<ActionNode | undefined, ListWays>([[undefined, { found, flows: [whole], parts: [found] }]]);
  for (const call of nestedCalls(model)) {
    const around = isWanted(call) && lists.get(call.owner.scope.owner);
    if (!around) continue;
    const { flows, leftOut } = placingsOf(call, around, semantics);
    const parts: Exploration[] = [];
    for (const { input: own, ground, isRare } of flows) {
      const part = yield* exploring(own, { ...options, world: ground, isPlaced: true });
      parts.push(isRare ? { ...part, ends: part.ends.map(afterRefusal) } : part);
    }
    const own = mergeExplorations(parts, semantics, leftOut);
    const isChained = flows.some(({ chained }) => chained);
    lists.set(call.owner, {
      found: isChained ? { ...own, assumed: [...own.assumed, chainedText] } : own,
      flows,
      parts,
    });
  }
  return lists;
}

const afterRefusal = (end: End): End => ({ ...end, shortest: { ...end.shortest, refused: true } });

const chainedText =
  'A chained call ends with the call that places it. Its ways are explored as if that call did not end before.';

/** The world of the whole flow in which a call of a list, known by the world that it was explored in, meets another. */
export function wholeWorld({ flows, parts }: ListWays, world: WorldScript, met: WorldScript): WorldScript | undefined {
  const nth = parts.findIndex((part) => callsOf(part).some((call) => call.world === world));
  return flows[nth]?.inWhole(met);
}

function callsOf({ ends, edges }: Exploration): readonly ExploredCall[] {
  return [...ends.map(({ shortest }) => shortest), ...edges.map(({ call }) => call)];
}
