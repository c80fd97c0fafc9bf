import type { ExploredCall } from '../explore';
import { digitsBefore, endKeysOf } from '../graph/digits';
import { branchVariable, digitsVariable } from '../graph/step';
import type { ActionNode, FlowModel } from '../model/flowModel';
import type { RunInput, WorldScript } from '../simulator';
import { arrivalsAt, type Passed } from './arrivals';
import { shortestFirst } from './shortestFirst';
import type { Shows } from './shownFindings';
import { callTo, isAt } from './wayAt';
import type { Ways } from './ways';

/** A call as it is played. */
export interface ShownCall {
  /** Of the whole flow. */
  readonly world: WorldScript;
  readonly asked: boolean;
}

/** More calls are not tried to find one that shows a mistake. */
const mostTried = 200;
/** As often as a call answers questions until its executions are used up. */
const mostAnswers = 50;

/**
 * The shortest known call in which a mistake at an action can be seen: each candidate is run. Where none shows it, the call that comes there; undefined where none
 * does.
 *
 * `list` has the action, `whole` is the input of the flow itself.
 */
export function callThatShows(
  model: FlowModel,
  list: Ways,
  whole: RunInput,
  action: ActionNode,
  shows: Shows,
): ShownCall | undefined {
  const { found } = list;
  const known = (call: ExploredCall | undefined) => call && { world: list.inWhole(call.world), asked: call.asked };
  if (shows === 'budget') return known(found.ends.find(({ error }) => error === 'budget')?.shortest);
  const dropped = () => found.ends.find(({ at, outcome }) => outcome === 'stopped' && isAt(at, action))?.shortest;
  if (shows === 'drop') return known(dropped() ?? callTo(found, action));
  if (shows === 'come') return known(callTo(found, action));
  const isShown = tests[shows](model, action);
  let tried = 0;
  for (const { call, met } of candidates(model, list, action, shows)) {
    if (tried++ === mostTried) break;
    const world = list.inWhole(call.world, met);
    if (arrivalsAt(model, whole, world, found.semantics, action).some(isShown)) return { world, asked: call.asked };
  }
  return known(callTo(found, action));
}

/** Whether a run through the action shows a mistake. */
type Test = (model: FlowModel, action: ActionNode) => (passed: Passed) => boolean;

const tests: Readonly<Record<Exclude<Shows, 'budget' | 'drop' | 'come'>, Test>> = {
  circle:
    () =>
    ({ rounds, isSpent, isLast }) =>
      isSpent && isLast && rounds > 2,
  old:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ values }) => (values.get(digitsVariable) ?? '') !== ''),
  emptied: (_, action) => {
    const variable = branchVariable(action) ?? '';
    return ({ arrivals }) => arrivals.some(({ values, emptied }) => emptied.has(variable) && !values.get(variable));
  },
  endKey: (model, action) => {
    const keys = endKeysBefore(model, action);
    return ({ arrivals }) =>
      arrivals.some(({ values }) => keys.includes((values.get(digitsVariable) ?? '').slice(-1) || '-'));
  },
  on:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ goesOn, branched }) => goesOn && branched),
  unanswered:
    () =>
    ({ arrivals }) =>
      arrivals.some(({ answered }) => !answered),
};

interface Candidate {
  readonly call: ExploredCall;
  /** What it meets: its world, or more than that. */
  readonly met: WorldScript;
}

/** The calls that are known, the shortest first; each followed by those that press the same again and again, or an end key. */
function* candidates(model: FlowModel, { found }: Ways, action: ActionNode, shows: Shows): Iterable<Candidate> {
  const calls = [...found.ends.map(({ shortest }) => shortest), ...found.edges.map(({ call }) => call)];
  calls.sort(shortestFirst);
  for (const call of calls) {
    const { world } = call;
    if (world.hangs_up_at !== undefined) continue;
    yield { call, met: world };
    const { digits } = world;
    if (!digits) continue;
    const last = digits.at(-1) ?? '';
    if (shows === 'circle') {
      yield { call, met: { ...world, digits: [...digits, ...new Array<string>(mostAnswers).fill(last)] } };
      yield { call, met: { ...world, digits: new Array<readonly string[]>(mostAnswers).fill(digits).flat() } };
    }
    if (shows === 'endKey') {
      const [end = ''] = endKeysBefore(model, action);
      yield { call, met: { ...world, digits: [...digits.slice(0, -1), last + end] } };
    }
  }
}

const endKeysBefore = (model: FlowModel, action: ActionNode): string =>
  (digitsBefore(model, action)?.receives ?? []).map(endKeysOf).join('');
