import { mergeWorlds, type RunEvent, scriptedWorld, simulate, type WorldScript } from '../simulator';
import { caseName } from './caseName';
import { recordedCase } from './recordedCase';
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

/**
 * A case of what happened in a run of the flow, named by what the caller did. `startedAt` is in ms since 1970; `script` is what the outside was known to
 * do beforehand, such as what URLs answer.
 */
export function caseOf(
  flow: TestedFlow,
  events: readonly RunEvent[],
  startedAt: number,
  script: WorldScript = {},
): RecordedCase {
  const told = worldOfEvents(events, startedAt, usualVariables(flow));
  // Of these the events tell all there was.
  const { digits, keys, callees, hangs_up_at, ...ground } = script;
  const world = { ...mergeWorlds(ground, told), ...(ground.now === undefined ? {} : { now: ground.now }) };
  const simulation = simulateCase(flow, world);
  const { source: _, variables: __, ...acts } = told;
  const goesAlike = events.at(-1)?.type === 'end' ? equals : beginsWith;
  const isSame =
    goesAlike(pathOf(simulation.events), pathOf(events)) && goesAlike(textsOf(simulation.events), textsOf(events));
  return { case: recordedCase(caseName(acts), world, events, flow), isSame };
}

/** The variables that a run of the flow has in any world. */
export const usualVariables = (flow: TestedFlow): Readonly<Record<string, string>> =>
  inputOf(flow, {}, undefined)?.variables ?? {};

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
