import { scriptedWorld, simulate, type WorldScript } from '../simulator';
import { sharedWorld, type Ways } from './ways';

/**
 * The world in which the whole flow places the call of `ways`, and that call meets `world`. Undefined where no call was found that places it.
 *
 * `all` are the ways of the document; for those of the flow itself it is the world as it is.
 */
export function worldInWhole(ways: Ways, world: WorldScript, all: readonly Ways[]): WorldScript | undefined {
  const { call } = ways;
  if (!call) return world;
  const outer = call.index.includes('/') ? call.index.slice(0, call.index.lastIndexOf('/')) : undefined;
  const around = all.find((other) => other.call?.index === outer);
  const placing = around && worldThatPlaces(around, String(call.owner.order));
  if (!placing) return undefined;
  const calls = [...new Array<WorldScript>(placing.before).fill({}), ownOf(world, placing.world)];
  return worldInWhole(around, { ...placing.world, calls }, all);
}

/** A world in which the action at `index` places a call, and how many calls were placed before. */
function worldThatPlaces({ input, found }: Ways, index: string): { world: WorldScript; before: number } | undefined {
  const passes = found.edges.filter(({ from, to }) => from.index === index || to?.index === index);
  const ends = found.ends.filter(({ at }) => at?.index === index);
  const candidates = [...passes.map(({ call }) => call), ...ends.map(({ shortest }) => shortest)];
  candidates.sort((a, b) => a.duration - b.duration);
  for (const { world } of candidates) {
    const variables = { ...input.variables, ...world.variables };
    const { events } = simulate({ ...input, variables }, scriptedWorld(world), { semantics: found.semantics });
    const placed = events.find((event) => event.type === 'child' && event.place?.index === index);
    if (placed?.type === 'child' && placed.child.call !== undefined) return { world, before: placed.child.call };
  }
  return undefined;
}

/** What the call's world says beyond what it shares with the flow that places it. */
function ownOf(world: WorldScript, around: WorldScript): WorldScript {
  const shared: Readonly<Record<string, unknown>> = sharedWorld(around);
  const entries = Object.entries(world).filter(([key, value]) => JSON.stringify(shared[key]) !== JSON.stringify(value));
  return Object.fromEntries(entries);
}
