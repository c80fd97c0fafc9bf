import type { ExploredCall } from '../explore';
import type { FlowModel } from '../model/flowModel';
import { locate } from '../model/locate';
import type { RunInput, WorldScript } from '../simulator';
import { arrivalsAt } from './arrivals';
import { endKeysBefore, isShownIn, type Mistake } from './mistakes';
import { shortestFirst } from './shortestFirst';
import { shownFindings } from './shownFindings';
import { isAt } from './wayAt';
import type { Ways } from './ways';

/** A call as it is played. */
export interface ShownCall {
  /** Of the whole flow. */
  readonly world: WorldScript;
  readonly asked: boolean;
}

/** More calls are not tried to find one that shows a mistake. */
const maxTried = 200;
/** As often as a call answers questions until its executions are used up. */
const maxAnswers = 50;

/** The mistake of a finding; undefined where no call can show it. `offset` in UTF-16 code units. */
export function mistakeOf(
  model: FlowModel,
  { code, offset }: { readonly code: string; readonly offset: number },
): Mistake | undefined {
  const shows = Object.hasOwn(shownFindings, code) ? shownFindings[code] : undefined;
  const { action, node } = locate(model, offset);
  if (!shows || !action) return undefined;
  return { shows, action, reference: node && model.references.find((reference) => reference.node === node) };
}

/**
 * The shortest known call in which a mistake can be seen: each candidate is run, and shows it. Undefined where none does.
 *
 * `list` has the action, `whole` is the input of the flow itself. A generator, as `exploring` is: it yields how many calls were tried.
 */
export function* callThatShows(
  model: FlowModel,
  list: Ways,
  whole: RunInput,
  mistake: Mistake,
): Generator<number, ShownCall | undefined, void> {
  const isShown = isShownIn(model, mistake);
  const { semantics } = list.found;
  let tried = 0;
  for (const { call, met, end } of candidates(model, list, mistake)) {
    if (tried++ === maxTried) break;
    const world = ending(list.inWhole(call.world, met), end);
    if (arrivalsAt(whole, world, semantics, mistake.action).some(isShown)) return { world, asked: call.asked };
    yield tried;
  }
  return undefined;
}

interface Candidate {
  readonly call: ExploredCall;
  /** What it meets: its world, or more than that. */
  readonly met: WorldScript;
  /** The key that the caller of the whole flow presses at last, too. */
  readonly end?: string;
}

/** A world in which the caller presses one key more at last. */
function ending(world: WorldScript, end = ''): WorldScript {
  const { digits = [] } = world;
  return digits.length === 0 || end === ''
    ? world
    : { ...world, digits: [...digits.slice(0, -1), digits.at(-1) + end] };
}

/**
 * The calls that are known, those that certainly come to the action first, the shortest of them first; each followed by those that press the same again and again, or an
 * end key.
 */
function* candidates(model: FlowModel, { found }: Ways, { action, shows, reference }: Mistake): Iterable<Candidate> {
  const here = (call: ExploredCall, comes: boolean) => ({ call, comes });
  const calls = [
    ...found.ends.map(({ at, shortest }) => here(shortest, isAt(at, action))),
    ...found.edges.map(({ from, to, call }) => here(call, isAt(from, action) || isAt(to, action))),
  ];
  calls.sort((a, b) => Number(b.comes) - Number(a.comes) || shortestFirst(a.call, b.call));
  for (const { call } of calls) {
    const { world } = call;
    if (world.hangs_up_at !== undefined) continue;
    yield { call, met: world };
    const end = shows === 'endKey' ? endKeysBefore(model, action, reference).slice(0, 1) : '';
    // Texts in a new call have the digits of the flow around.
    if (end !== '' && !reference && action.scope.owner) yield { call, met: world, end };
    const { digits } = world;
    if (!digits) continue;
    const last = digits.at(-1) ?? '';
    if (goesRound(shows)) {
      yield { call, met: { ...world, digits: [...digits, ...new Array<string>(maxAnswers).fill(last)] } };
      yield { call, met: { ...world, digits: new Array<readonly string[]>(maxAnswers).fill(digits).flat() } };
    }
    if (end !== '') yield { call, met: ending(world, end) };
  }
}

const goesRound = (shows: Mistake['shows']) => shows === 'circle' || shows === 'back' || shows === 'drop';
