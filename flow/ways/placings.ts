import type { Semantics } from '../catalog/semantics';
import { addTo } from '../collections/addTo';
import { type Exploration, isPlacing, type PlacedCall } from '../explore';
import { placedKey } from '../explore/placedKey';
import {
  actionList,
  type ChildRun,
  inputIn,
  parseUtc,
  type RunInput,
  runWhole,
  saidOfParty,
  scriptedWorld,
  sharedWorld,
  startRun,
  type WorldScript,
} from '../simulator';
import { countingIds } from '../simulator/ids';
import type { ListFlow, ListWays } from './listWays';
import type { NestedCall } from './nestedCalls';
import { shortestFirst } from './shortestFirst';

/** So many different flows of one list are explored. */
const maxFlows = 16;

type PlacedRun = ChildRun & { readonly call: number };

/** What one action places, a call for each party that it calls, and when. */
interface Placing {
  readonly children: readonly PlacedRun[];
  readonly startedAt: number;
}

/** The flows that the actions of a placed call become, and why there may be more of them. `around` is the list in which it stands. */
export function placingsOf(
  call: NestedCall,
  around: ListWays,
  semantics: Semantics,
): { readonly flows: readonly ListFlow[]; readonly leftOut: Exploration['leftOut'] } {
  const index = String(call.owner.order);
  const found: ListFlow[] = [];
  let dependsOnVariables = false;
  for (const [nth, { placed }] of around.parts.entries()) {
    const flow = around.flows[nth];
    if (!flow) continue;
    for (const item of placed.filter(({ at }) => at.index === index).sort(byCall)) {
      if (found.length > maxFlows) break;
      dependsOnVariables ||= item.key !== '[]';
      const placing = place(flow.input, item, semantics);
      if (placing) found.push(...placedFlows(call, flow, item, placing));
    }
  }
  const isCut = found.length > maxFlows;
  // What the calls around were not explored for can place others.
  const isOpen = found.length === 0 || dependsOnVariables;
  return { flows: found.slice(0, maxFlows), leftOut: isCut ? 'values' : isOpen ? around.found.leftOut : undefined };
}

const byCall = (a: PlacedCall, b: PlacedCall) => shortestFirst(a.call, b.call);

/** Runs the call that places another: how many were placed before depends on its way. */
function place(input: RunInput, { at, key, call }: PlacedCall, semantics: Semantics): Placing | undefined {
  const { world } = call;
  const run = startRun(inputIn(input, world), { semantics, ids: countingIds() });
  const script = scriptedWorld(world);
  const going = runWhole(run);
  const children: PlacedRun[] = [];
  let step = going.next();
  while (!step.done) {
    const event = step.value;
    // Its calls are placed one after another, before the next action.
    if (event.type === 'action' && children.length > 0) break;
    if (isPlacing(event) && event.place.index === at.index && event.child.call !== undefined && placedKey(run) === key)
      children.push({ ...event.child, call: event.child.call });
    step = going.next(event.type === 'question' ? script.answer(event.question, event) : undefined);
  }
  const [first] = children;
  return first && { children, startedAt: first.input.startedAt ?? 0 };
}

/** The parties of an action have the same flow. It is explored once for all of them, unless a world says different things of their calls. */
function placedFlows(
  call: NestedCall,
  around: ListFlow,
  { call: { world, refused } }: PlacedCall,
  { children, startedAt }: Placing,
): readonly ListFlow[] {
  const alike = new Map<string, PlacedRun[]>();
  for (const child of children) {
    const own = JSON.stringify(around.ground.calls?.[child.call] ?? {});
    addTo(alike, own, child);
  }
  return [...alike.values()].flatMap((group): ListFlow[] => {
    const [first, ...others] = group;
    if (!first) return [];
    const { startedAt: _, saved, dials, ...input } = first.input;
    const own = around.ground.calls?.[first.call] ?? {};
    return [
      {
        input: {
          ...input,
          dials: dials && { ...dials, others: others.map(partyOf) },
          // The document knows its places, whatever case its keys are in.
          saved: saved && actionList(saved.actions, '', call.input.path),
        },
        // With the call around it, a call ends that was not placed yet.
        chained: first.chained || around.chained,
        isRare: refused || around.isRare,
        ground: movedBy({ ...sharedWorld(around.ground), ...own }, -startedAt),
        inWhole: ({ destination, ...met }) => {
          const nth = (destination && callTo(destination, group)) ?? first.call;
          const before = Array.from({ length: nth }, (__, at) => world.calls?.[at] ?? {});
          const after = world.calls?.slice(nth + 1) ?? [];
          return around.inWhole({ ...world, calls: [...before, ownOf(movedBy(met, startedAt), world), ...after] });
        },
      },
    ];
  });
}

const partyOf = ({ destination = {} }: PlacedRun) => saidOfParty(destination);

/** Which of the calls goes to a party; in the world of the whole flow the place of a call says whom it is with. */
function callTo(party: NonNullable<WorldScript['destination']>, calls: readonly PlacedRun[]): number | undefined {
  const wanted = JSON.stringify(saidOfParty(party));
  return calls.find((call) => JSON.stringify(partyOf(call)) === wanted)?.call;
}

/** A world whose times are counted from a moment that is so many ms earlier. */
function movedBy(world: WorldScript, ms: number): WorldScript {
  const { now, keys, hangs_up_at: hangup } = world;
  const time = parseUtc(now ?? '');
  return {
    ...world,
    ...(Number.isNaN(time) || ms === 0 ? {} : { now: new Date(time - ms).toISOString() }),
    ...(keys && { keys: keys.map((key) => ({ ...key, at: Math.max(0, key.at + ms) })) }),
    ...(hangup === undefined ? {} : { hangs_up_at: Math.max(0, hangup + ms) }),
  };
}

/** What the call's world says beyond what it shares with the flow that places it. */
function ownOf(world: WorldScript, around: WorldScript): WorldScript {
  const shared: Readonly<Record<string, unknown>> = sharedWorld(around);
  const said: Readonly<Record<string, unknown>> = world;
  const own = Object.entries(said).filter(([key, value]) => JSON.stringify(shared[key]) !== JSON.stringify(value));
  // What only the flow around was told does not count here.
  const unsaid = Object.keys(shared).filter((key) => said[key] === undefined && typeof shared[key] === 'object');
  return Object.fromEntries([...own, ...unsaid.map((key) => [key, {}])]);
}
