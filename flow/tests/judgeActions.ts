import type { Path } from '../json/node';
import type { Scope } from '../model/flowModel';
import { isMade, type Simulation } from '../simulator';
import { callName, isCalled, unknownName } from './actionNames';
import type { Failure, Known, Seen } from './failure';
import { matchInOrder } from './inOrder';
import { nodeAt } from './nodeAt';
import type { Executed, Observed } from './observe';
import { sidesOf } from './sides';
import type { Expectation } from './testFile';
import { turnAfter } from './turn';

/** Which actions ran. */
export function judgeActions(
  expect: Expectation,
  run: Simulation,
  { executed }: Observed,
  at: Path,
  known: Known,
): Failure[] {
  const unknown = (['runs', 'exactly', 'never'] as const).flatMap((key) =>
    judgeNames(expect[key] ?? [], [...at, key], known),
  );
  if (unknown.length > 0) return unknown;
  const inRun = { ...known, lists: listsOf(run, known) };
  return [
    ...judgeRuns(expect.runs ?? [], run, executed, [...at, 'runs'], inRun),
    ...judgeExactly(expect.exactly, executed, [...at, 'exactly'], inRun),
    ...judgeNever(expect.never ?? [], executed, [...at, 'never'], known),
  ];
}

interface InRun extends Known {
  /** The list that the run is of; none where that is not in the document. */
  readonly lists: readonly Scope[];
}

function listsOf({ events }: Simulation, { flow: { model } }: Known): readonly Scope[] {
  const place = events.find((event) => event.type === 'action' && !isMade(event.place))?.place;
  const { path } = place ?? {};
  const list = path && model.root && nodeAt(model.root, path.slice(0, -1));
  return model.scopes.filter((scope) => scope.list === list);
}

/** What names nothing would never run, so that a misspelt `never` would pass. */
function judgeNames(names: readonly string[], at: Path, known: Known): Failure[] {
  return names.flatMap((name, position) => {
    const message = unknownName(name, known.flow.model, [known.world]);
    return message === undefined ? [] : [{ at: [...at, position], message }];
  });
}

function judgeRuns(
  runs: readonly string[],
  run: Simulation,
  executed: readonly Seen<Executed>[],
  at: Path,
  known: InRun,
): Failure[] {
  const { missing, met } = matchInOrder(
    runs,
    executed,
    (name) =>
      ({ what }) =>
        isCalled(name, what),
  );
  const name = missing === undefined ? undefined : runs[missing];
  if (missing === undefined || name === undefined) return [];
  const before = executed[met.at(-1) ?? -1];
  const turn = turnAfter(run, before ? before.position : -1, known);
  const after = before ? ` after ${nameAt(before, known)}` : '';
  const message = `${callName(name, known.flow.model, known.lists)} did not run${after}.${turn.text === '' ? '' : ` ${turn.text}`}`;
  const ran = namesOf(runs, executed).map((name) => comment(name, known));
  const sides = sidesOf(ran, [{ text: comment(name, known), after: met.at(-1) ?? -1 }], [...ran.keys()]);
  return [{ at: [...at, missing], message, ...sides, place: turn.place }];
}

function judgeExactly(
  exactly: readonly string[] | undefined,
  executed: readonly Seen<Executed>[],
  at: Path,
  known: InRun,
): Failure[] {
  if (!exactly) return [];
  const length = Math.max(exactly.length, executed.length);
  for (let position = 0; position < length; position++) {
    const name = exactly[position];
    const ran = executed[position];
    if (name !== undefined && ran && isCalled(name, ran.what)) continue;
    const wanted = name === undefined ? 'the end' : callName(name, known.flow.model, known.lists);
    const message = ran
      ? `${nameAt(ran, known)} ran where ${wanted} was expected.`
      : `${wanted} did not run. ${executed.length === 0 ? 'Nothing ran.' : `The run ended after ${nameAt(executed.at(-1), known)}.`}`;
    const place = (ran ?? executed.at(-1))?.event.place;
    return [
      { at: name === undefined ? at : [...at, position], message, ...wholeSides(exactly, executed, known), place },
    ];
  }
  return [];
}

function judgeNever(never: readonly string[], executed: readonly Seen<Executed>[], at: Path, known: Known): Failure[] {
  return never.flatMap((name, position) => {
    const ran = executed.find(({ what }) => isCalled(name, what));
    if (!ran) return [];
    return [{ at: [...at, position], message: `${nameAt(ran, known)} ran.`, place: ran.event.place }];
  });
}

const nameAt = (seen: Seen<Executed> | undefined, { nameOf }: Known) =>
  seen?.event.place ? nameOf(seen.event.place) : (seen?.what.type ?? '');

/** What ran, by what expectations can name: the id where one is expected, else the type. */
const namesOf = (expected: readonly string[], executed: readonly Seen<Executed>[]) =>
  executed.map(({ what }) => expected.find((name) => name !== what.type && isCalled(name, what)) ?? what.type);

/** An id says little without what it is. */
function comment(name: string, { flow, lists }: InRun): string {
  const called = callName(name, flow.model, lists);
  return called === `\`${name}\`` ? name : `${name}  ${called}`;
}

const wholeSides = (expected: readonly string[], executed: readonly Seen<Executed>[], known: InRun) => ({
  expected: expected.map((name) => comment(name, known)).join('\n'),
  actual: namesOf(expected, executed)
    .map((name) => comment(name, known))
    .join('\n'),
});
