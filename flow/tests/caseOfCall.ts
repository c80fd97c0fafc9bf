import { keypad } from '../catalog/telephoneKeys';
import type { JsonObject } from '../json/jsonValue';
import type { Path } from '../json/node';
import { pathKey } from '../json/pathKey';
import { calleeConductNames, type RunEvent, type WorldScript } from '../simulator';
import { caseName } from './caseName';
import { type RecordedCase, simulateCase, textsOf } from './caseOf';
import { ownWorld, withoutActs } from './ownWorld';
import { recordedCase } from './recordedCase';
import { inputOf, type TestedFlow } from './testedFlow';
import type { TestCase, TestFile } from './testFile';

/** An action that VoIPbin lists as executed. */
export interface SeenAction {
  /** Where it stands in the document. */
  readonly path: Path;
  readonly type: string;
  /** With values in the place of variables. */
  readonly option: JsonObject;
  /** ms since the run began; undefined where it is not known. */
  readonly at: number | undefined;
}

/** A call that a real VoIPbin ran, as far as it tells of it. */
export interface SeenCall {
  readonly actions: readonly SeenAction[];
  /** ms since 1970. */
  readonly startedAt: number;
  /** ms since the run began, where the other party hung up. */
  readonly hungUpAt: number | undefined;
  /** What the calls that it placed came to, in their order. */
  readonly callees: Extract<NonNullable<WorldScript['callees']>, readonly unknown[]>;
  readonly source: WorldScript['source'];
  readonly variables: Readonly<Record<string, string>>;
  /** Undefined where no call started the run. */
  readonly referenceType: 'call' | undefined;
}

/** So many worlds are tried at most. */
const maxTried = 3000;

/**
 * A case of a call of which only the executed actions are known. What was pressed and who picked up is not told: looked for is a world in which the flow
 * takes the same way. `file` is the test file that the case goes to: its world is the ground of the case.
 */
export function caseOfCall(flow: TestedFlow, call: SeenCall, file: TestFile = { cases: [] }): RecordedCase {
  const { actions, callees, source, variables, referenceType } = call;
  const { hangs_up_at: _hangsUp, ...services } = withoutActs(file.world ?? {});
  const usual = inputOf(flow, services, file.trigger)?.referenceType;
  const isUsual = referenceType === undefined || usual === referenceType;
  const ground: WorldScript = {
    ...(isUsual ? {} : { reference_type: referenceType }),
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    ...(source ? { source } : {}),
    ...(callees.length > 0 ? { callees: [...callees] } : {}),
  };
  const search: Search = { flow, actions, file: { ...file, world: services, semantics: 'observed' } };
  const found = findWorld(search, { ...ground, now: new Date(call.startedAt).toISOString() });
  const { events } = inWorld(search, found);
  const asksTime = events.some((event) => event.type === 'question' && event.question.kind === 'clock');
  const { now: _now, ...timeless } = found;
  const isCut = pathOf(events).length > actions.length && call.hungUpAt !== undefined;
  const world = { ...(asksTime ? found : timeless), ...(isCut ? { hangs_up_at: hangUpTime(events, call) } : {}) };
  const semantics = (file.semantics ?? 'observed') === 'observed' ? {} : { semantics: 'observed' as const };
  const own = ownWorld(world, file.world ?? {});
  // The file can say what no case takes back, such as when the caller hangs up.
  const simulation = simulateCase(flow, { name: '', world: own, expect: {}, ...semantics }, file);
  const way = pathOf(simulation.events);
  const isSameWay = alike(way, actions) === actions.length && way.length === actions.length;
  const { source: _source, variables: _variables, ...acts } = world;
  const made = { ...recordedCase(caseName(acts), own, simulation, flow), ...semantics };
  const spoken = actions.flatMap(({ type, option }) => (type === 'talk' ? [String(option.text ?? '')] : []));
  const isSame = isSameWay && spoken.join('\n') === textsOf(simulation.events).join('\n');
  return { case: isSame ? made : seenCase(made, actions, spoken), isSame };
}

/** What a world is looked for with: the file says what no person does. */
interface Search {
  readonly flow: TestedFlow;
  readonly actions: readonly SeenAction[];
  readonly file: TestFile;
}

const inWorld = ({ flow, file }: Search, world: WorldScript) =>
  simulateCase(flow, { name: '', world, expect: {} }, file);

/** What was seen, where no world goes the same way: the case fails until its world is complete. */
function seenCase(
  { expect: _, ...rest }: TestCase,
  actions: readonly SeenAction[],
  spoken: readonly string[],
): TestCase {
  const says = spoken.filter((text) => text !== '');
  return {
    ...rest,
    expect: { ...(says.length > 0 ? { says } : {}), exactly: actions.map(({ type }) => type) },
  };
}

/** The world that goes the seen way the longest, found by changing one answer after the other. */
function findWorld(search: Search, ground: WorldScript): WorldScript {
  const { actions } = search;
  let best: WorldScript = ground;
  let length = alike(pathOf(inWorld(search, best).events), actions);
  let tried = 0;
  for (let isBetter = true; isBetter && length < actions.length; ) {
    isBetter = false;
    for (const world of othersOf(best, actions, length)) {
      if (tried++ >= maxTried) return best;
      const reached = alike(pathOf(inWorld(search, world).events), actions);
      if (reached <= length) continue;
      best = world;
      length = reached;
      isBetter = true;
      break;
    }
  }
  return best;
}

/** Worlds that differ in one answer from one that goes the seen way for so many actions. The later answers come first. */
function* othersOf(world: WorldScript, actions: readonly SeenAction[], length: number): Generator<WorldScript, void> {
  const asked = actions.slice(0, length).flatMap((action, at) => (action.type === 'digits_receive' ? [at] : []));
  for (const [nth, at] of [...asked.entries()].reverse()) {
    const digits = asked.slice(0, nth).map((_, before) => world.digits?.[before] ?? '');
    for (const keys of keysFor(actions, at)) yield { ...world, digits: [...digits, keys] };
  }
  for (const amd of ['human', 'machine'] as const) yield { ...world, amd };
  const called = actions.slice(0, length).filter(({ type }) => type === 'connect' || type === 'call').length;
  const given = Array.isArray(world.callees) ? world.callees : [];
  for (let nth = called - 1; nth >= 0; nth--) {
    const before = Array.from({ length: nth }, (_, at) => given[at] ?? ('answers' as const));
    for (const does of calleeConductNames) yield { ...world, callees: [...before, does] };
  }
}

/** What can have been pressed: what the next branch knows, nothing, and what it does not know. Nothing comes first where the whole time passed. */
function keysFor(actions: readonly SeenAction[], at: number): readonly string[] {
  const rest = actions.slice(at + 1);
  const known = rest.flatMap(({ type, option }) => (type === 'branch' ? Object.keys(option.target_ids ?? {}) : []));
  const unknown = [...keypad].find((key) => !known.includes(key)) ?? '';
  const [asked, next] = [actions[at], rest[0]];
  const took = asked?.at === undefined || next?.at === undefined ? 0 : next.at - asked.at;
  const isOver = typeof asked?.option.duration === 'number' && took >= asked.option.duration;
  const others = isOver ? ['', unknown] : [unknown, ''];
  return [...new Set([...known.filter((key) => key !== ''), ...others])];
}

/** How many actions of two ways are the same from the beginning. */
function alike(own: readonly string[], actions: readonly SeenAction[]): number {
  const parts = actions.findIndex(({ path }, at) => own[at] !== pathKey(path));
  return parts < 0 ? actions.length : parts;
}

/** The hang-up comes within the last action that was seen, whatever that takes here. */
function hangUpTime(events: readonly RunEvent[], { actions, hungUpAt = 0 }: SeenCall): number {
  const times = timesOf(events);
  const [from = 0, until] = [times[actions.length - 1], times[actions.length]];
  const spent = Math.max(0, hungUpAt - (actions.at(-1)?.at ?? hungUpAt));
  return Math.round(until === undefined ? from + spent : Math.min(from + spent, Math.max(from, until - 1)));
}

const inDocument = (event: RunEvent) => event.type === 'action' && event.place?.path !== undefined;
const pathOf = (events: readonly RunEvent[]) =>
  events.filter(inDocument).map(({ place }) => JSON.stringify(place?.path));
const timesOf = (events: readonly RunEvent[]) => {
  const began = events[0]?.time ?? 0;
  return events.filter(inDocument).map(({ time }) => time - began);
};
