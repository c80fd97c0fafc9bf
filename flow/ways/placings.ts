import { type Exploration, isPlacing, type PlacedCall, placedKey } from '../explore';
import {
  actionList,
  type ChildRun,
  countingIds,
  type RunInput,
  runWhole,
  type Semantics,
  scriptedWorld,
  startRun,
  type WorldScript,
} from '../simulator';
import type { ListFlow, ListWays } from './listWays';
import type { NestedCall } from './nestedCalls';
import { shortestFirst } from './shortestFirst';

/** So many different flows of one list are explored. */
const mostFlows = 16;

/** What is placed, and when. */
interface Placing {
  readonly child: ChildRun & { readonly call: number };
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
      if (found.length > mostFlows) break;
      dependsOnVariables ||= item.key !== '[]';
      const placing = place(flow.input, item, semantics);
      if (placing) found.push(placedFlow(call, flow, item, placing));
    }
  }
  const isCut = found.length > mostFlows;
  // What the calls around were not explored for can place others.
  const isOpen = found.length === 0 || dependsOnVariables;
  return { flows: found.slice(0, mostFlows), leftOut: isCut ? 'values' : isOpen ? around.found.leftOut : undefined };
}

const byCall = (a: PlacedCall, b: PlacedCall) => shortestFirst(a.call, b.call);

/** Runs the call that places another: how many were placed before depends on its way. */
function place(input: RunInput, { at, key, call }: PlacedCall, semantics: Semantics): Placing | undefined {
  const { world } = call;
  const run = startRun(
    { ...input, variables: { ...input.variables, ...world.variables } },
    { semantics, ids: countingIds() },
  );
  const script = scriptedWorld(world);
  const going = runWhole(run);
  let step = going.next();
  while (!step.done) {
    const event = step.value;
    if (isPlacing(event) && event.place.index === at.index && event.child.call !== undefined && placedKey(run) === key)
      return { child: { ...event.child, call: event.child.call }, startedAt: event.time };
    step = going.next(event.type === 'question' ? script.answer(event.question, event) : undefined);
  }
  return undefined;
}

function placedFlow(
  call: NestedCall,
  around: ListFlow,
  { call: { world, refused } }: PlacedCall,
  { child, startedAt }: Placing,
): ListFlow {
  const { startedAt: _, saved, ...input } = child.input;
  const own = around.ground.calls?.[child.call] ?? {};
  return {
    // The document knows its places, whatever case its keys are in.
    input: { ...input, saved: saved && actionList(saved.actions, '', call.input.path) },
    // With the call around it, a call ends that was not placed yet.
    chained: child.chained || around.chained,
    isRare: refused || around.isRare,
    ground: movedBy({ ...sharedWorld(around.ground), ...own }, -startedAt),
    inWhole: (met) => {
      const before = Array.from({ length: child.call }, (__, nth) => world.calls?.[nth] ?? {});
      const after = world.calls?.slice(child.call + 1) ?? [];
      return around.inWhole({ ...world, calls: [...before, ownOf(movedBy(met, startedAt), world), ...after] });
    },
  };
}

/** What a world says that counts for the calls that are placed, too. */
function sharedWorld({ now, fetch, flows, queues, conferences, refuses, audio }: WorldScript): WorldScript {
  const shared = { now, fetch, flows, queues, conferences, refuses, audio };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
}

/** A world whose times are counted from a moment that is so many ms earlier. */
function movedBy(world: WorldScript, ms: number): WorldScript {
  const { now, keys, hangs_up_at: hangup } = world;
  const time = Date.parse(now ?? '');
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
