import type { Semantics } from '../catalog/semantics';
import { type End, type Exploration, type ExploredCall, exploring } from '../explore';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { RunInput, WorldScript } from '../simulator';
import type { ListFlow, ListWays } from './listWays';
import { mergeExplorations } from './mergeExplorations';
import { type NestedCall, nestedCalls } from './nestedCalls';
import { placingsOf } from './placings';
import type { SharedTime } from './sharedTime';

export interface ListOptions {
  readonly semantics: Semantics;
  readonly world?: WorldScript;
  /** For each list, and for each flow that one becomes. */
  readonly maxStates?: number;
  /** For all of them together. */
  readonly time?: SharedTime;
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
  const bounds = { semantics, ...(maxStates === undefined ? {} : { maxStates }) };
  const own = (flow: ListFlow, isPlaced: boolean) =>
    exploring(flow.input, { ...bounds, world: flow.ground, isPlaced, ...(time && { time: time.next() }) });
  const whole: ListFlow = { input, ground: world, inWhole: (own) => own };
  const found = yield* own(whole, false);
  const lists = new Map<ActionNode | undefined, ListWays>([[undefined, { found, flows: [whole], parts: [found] }]]);
  for (const call of nestedCalls(model)) {
    const around = isWanted(call) && lists.get(call.owner.scope.owner);
    const { flows, leftOut } = around ? placingsOf(call, around, semantics) : noFlows;
    time?.add(flows.length - 1);
    if (!around) continue;
    const parts: Exploration[] = [];
    for (const flow of flows) {
      // Of each list one flow is explored in any case.
      if (time?.isUp && parts.length > 0) break;
      const part = yield* own(flow, true);
      parts.push(flow.isRare ? { ...part, ends: part.ends.map(afterRefusal) } : part);
    }
    time?.add(parts.length - flows.length);
    const merged = mergeExplorations(parts, semantics, parts.length < flows.length ? 'time' : leftOut);
    const isChained = flows.some(({ chained }) => chained);
    lists.set(call.owner, {
      found: isChained ? { ...merged, assumed: [...merged.assumed, chainedText] } : merged,
      flows: flows.slice(0, parts.length),
      parts,
    });
  }
  return lists;
}

const noFlows = { flows: [], leftOut: undefined } as const;

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
