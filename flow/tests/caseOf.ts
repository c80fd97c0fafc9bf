import { mergeWorlds, type RunEvent, scriptedWorld, simulate, type WorldScript } from '../simulator';
import { caseName } from './caseName';
import { type Happened, recordedCase } from './recordedCase';
import { caseRun } from './runTests';
import { inputOf, type TestedFlow } from './testedFlow';
import type { TestCase } from './testFile';
import { worldOfEvents } from './worldOfEvents';

/** A case made of a run that was seen. */
export interface RecordedCase {
  readonly case: TestCase;
  /** In its world the run goes as the one that was seen, as far as that went. */
  readonly isSame: boolean;
}

/** What happened in a call that an action `call` placed. */
export interface SeenPlaced {
  readonly events: readonly RunEvent[];
  /** The calls that its own flow placed. */
  readonly placed: readonly SeenPlaced[];
}

/**
 * A case of what happened in a run of the flow, named by what the caller did. `startedAt` is in ms since 1970; `script` is what the outside was known to
 * do beforehand, such as what URLs answer; `placed` are the calls of its flow, in their order.
 */
export function caseOf(
  flow: TestedFlow,
  events: readonly RunEvent[],
  startedAt: number,
  script: WorldScript = {},
  placed: readonly SeenPlaced[] = [],
): RecordedCase {
  const own = worldOfEvents(events, startedAt, inputOf(flow, {}, undefined));
  const told = { ...own, ...worldsOfPlaced(placed, script.calls) };
  const ground = beyondEvents(script);
  const world = withoutEmpty({
    ...mergeWorlds(ground, told),
    ...(ground.now === undefined ? {} : { now: ground.now }),
  });
  const simulation = simulateCase(flow, world);
  const { source: _, variables: __, ...acts } = told;
  const goesAlike = events.at(-1)?.type === 'end' ? equals : beginsWith;
  const isSame =
    goesAlike(pathOf(simulation.events), pathOf(events)) && goesAlike(textsOf(simulation.events), textsOf(events));
  return { case: recordedCase(caseName(acts), world, happened({ events, placed }), flow), isSame };
}

/** The calls that were placed by the numbers that the run gave them. */
function happened({ events, placed }: SeenPlaced): Happened {
  const children: Happened[] = [];
  for (const event of events) {
    if (event.type !== 'child' || event.child.call === undefined) continue;
    const run = placed[event.child.call];
    if (run) children[event.child.child] = happened(run);
  }
  return { events, children };
}

/** What of a world events do not tell. */
function beyondEvents({ digits, keys, callees, hangs_up_at, calls, ...ground }: WorldScript): WorldScript {
  return ground;
}

/** A world for each call that was placed; `scripts` is what was known of these before. The time is that of all. */
function worldsOfPlaced(all: readonly SeenPlaced[], scripts: readonly WorldScript[] = []): WorldScript {
  const calls = all.map(({ events, placed }, at): WorldScript => {
    const input = events.find((event) => event.type === 'start')?.input;
    const { now: _, ...told } = worldOfEvents(events, 0, input);
    const script = scripts[at] ?? {};
    return { ...mergeWorlds(beyondEvents(script), told), ...worldsOfPlaced(placed, script.calls) };
  });
  return calls.some((world) => Object.keys(world).length > 0) ? { calls } : {};
}

/** Without the parts that say nothing, such as no variables. */
const withoutEmpty = (world: WorldScript): WorldScript =>
  Object.fromEntries(
    Object.entries(world).filter(([, part]) => typeof part !== 'object' || Object.keys(part).length > 0),
  );

/** The run of a case in a world, as the engine works. */
export function simulateCase(flow: TestedFlow, world: WorldScript) {
  const { input, world: whole, semantics } = caseRun(flow, { cases: [] }, { name: '', world, expect: {} });
  return simulate(input, scriptedWorld(whole), { semantics });
}

const pathOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'action' ? [event.place?.index] : []));

const textsOf = (events: readonly RunEvent[]) => events.flatMap((event) => (event.type === 'said' ? [event.text] : []));

const beginsWith = <T>(list: readonly T[], start: readonly T[]) => start.every((item, at) => item === list[at]);
const equals = <T>(list: readonly T[], other: readonly T[]) => list.length === other.length && beginsWith(list, other);
