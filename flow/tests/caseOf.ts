import type { Semantics } from '../catalog/semantics';
import { type RunEvent, scriptedWorld, simulate, type WorldScript } from '../simulator';
import { mergeWorlds } from '../simulator/world/mergeWorlds';
import { caseName } from './caseName';
import { ownWorld } from './ownWorld';
import { type RunHistory, recordedCase } from './recordedCase';
import { caseRun } from './runTests';
import { inputOf, type TestedFlow } from './testedFlow';
import type { TestCase, TestFile } from './testFile';
import { keysByTheClock, worldOfEvents } from './worldOfEvents';

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

/** What happened in a run, and what is known of it. */
export interface SeenRun extends Partial<SeenPlaced> {
  readonly events: readonly RunEvent[];
  /** ms since 1970. */
  readonly startedAt: number;
  /** What the outside was known to do beforehand, such as what URLs answer. */
  readonly script?: WorldScript | undefined;
  readonly semantics?: Semantics | undefined;
}

/**
 * A case of what happened in a run of the flow, named by what the caller did. `file` is the test file that it goes to: its world is the ground of the case.
 *
 * Keys are told by the prompts that took them, which people can read and change. Where the run goes another way so, they are told by the clock.
 */
export function caseOf(flow: TestedFlow, seen: SeenRun, file: TestFile = { cases: [] }): RecordedCase {
  const { events, startedAt, script = {}, placed = [], semantics = 'observed' } = seen;
  const usual = inputOf(flow, {}, file.trigger);
  const told = worldOfEvents(events, startedAt, usual, script);
  const calls = worldsOfPlaced(placed, script.calls);
  const ground = beyondEvents(script);
  let first: RecordedCase | undefined;
  for (const acts of actsOf(told, events)) {
    const all = { ...acts, ...calls };
    const world = { ...mergeWorlds(ground, all), ...(ground.now === undefined ? {} : { now: ground.now }) };
    const { source: _, variables: __, ...named } = all;
    const own = ownWorld(withoutEmpty(world), file.world ?? {});
    const recorded = {
      ...recordedCase(caseName(named), own, happened({ events, placed }), flow),
      ...(semantics === (file.semantics ?? 'observed') ? {} : { semantics }),
    };
    if (goesAlike(simulateCase(flow, recorded, file).events, events)) return { case: recorded, isSame: true };
    first ??= { case: recorded, isSame: false };
  }
  return first ?? { case: { name: '', expect: {} }, isSame: false };
}

/** What people can have done in a run: events do not tell who picked up, for the action `amd`. */
function* actsOf(told: WorldScript, events: readonly RunEvent[]): Generator<WorldScript, void> {
  const clocked = keysByTheClock(told, events);
  const asked = events.some((event) => event.type === 'action' && event.action === 'amd');
  for (const acts of clocked ? [told, clocked] : [told]) {
    yield acts;
    if (asked) for (const amd of ['human', 'machine'] as const) yield { ...acts, amd };
  }
}

function goesAlike(own: readonly RunEvent[], seen: readonly RunEvent[]): boolean {
  const isOver = seen.at(-1)?.type === 'end';
  const alike = isOver ? equals : beginsWith;
  return (
    alike(pathOf(own), pathOf(seen)) &&
    alike(textsOf(own), textsOf(seen)) &&
    (!isOver || endOf(own.at(-1)) === endOf(seen.at(-1)))
  );
}

const endOf = (event: RunEvent | undefined) =>
  event?.type === 'end' ? JSON.stringify([event.outcome, event.error, event.hangup?.by]) : '';

/** The calls that were placed by the numbers that the run gave them. */
function happened({ events, placed }: SeenPlaced): RunHistory {
  const children: RunHistory[] = [];
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
    const script = scripts[at] ?? {};
    const { now: _, ...told } = worldOfEvents(events, 0, input, script);
    return { ...mergeWorlds(beyondEvents(script), told), ...worldsOfPlaced(placed, script.calls) };
  });
  return calls.some((world) => Object.keys(world).length > 0) ? { calls } : {};
}

/** Without the parts that say nothing, such as no variables. */
const withoutEmpty = (world: WorldScript): WorldScript =>
  Object.fromEntries(
    Object.entries(world).filter(([, part]) => typeof part !== 'object' || Object.keys(part).length > 0),
  );

/** The run of a case of a file. */
export function simulateCase(flow: TestedFlow, testCase: TestCase, file: TestFile = { cases: [] }) {
  const { input, world, semantics } = caseRun(flow, file, testCase);
  return simulate(input, scriptedWorld(world), { semantics });
}

const pathOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'action' ? [event.place?.index] : []));

/** What was spoken. */
export const textsOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'said' ? [event.text] : []));

const beginsWith = <T>(list: readonly T[], start: readonly T[]) => start.every((item, at) => item === list[at]);
const equals = <T>(list: readonly T[], other: readonly T[]) => list.length === other.length && beginsWith(list, other);
