import type { Simulation } from '../simulator';
import type { Failure } from './failure';
import { matchInOrder } from './inOrder';
import type { Observed } from './observe';
import { fitting } from './pattern/textPattern';
import { sidesOf } from './sides';
import type { Expectation } from './testFile';

type Path = readonly (string | number)[];

/** Which calls were placed, and what became of the flow of each. */
export function judgeCalls(
  { calls = [] }: Expectation,
  { called }: Observed,
  at: Path,
  judgeRun: (expect: Expectation, run: Simulation, at: Path) => readonly Failure[],
): readonly Failure[] {
  const { missing, met } = matchInOrder(calls, called, ({ to }) => {
    const fits = to === undefined ? undefined : fitting(to);
    return ({ what }) => !fits || fits(what.to);
  });
  const inner = met.flatMap((position, index): readonly Failure[] => {
    const { to, ...expect } = calls[index] ?? {};
    const seen = called[position];
    if (!seen || Object.keys(expect).length === 0) return [];
    const path = [...at, 'calls', index];
    if (seen.what.run) return judgeRun(expect, seen.what.run, path);
    const message = `${seen.what.to} was called by a \`connect\`. It runs no flow that could be judged. Expect \`to\` only.`;
    return [{ at: path, message, place: seen.event.place }];
  });
  if (missing === undefined) return inner;
  const to = calls[missing]?.to;
  const after = met.length === 0 ? '' : ' after the calls before it';
  const nothing = called.length === 0 ? ' No call was placed.' : '';
  const failure: Failure = {
    at: [...at, 'calls', missing],
    message: `${to === undefined ? 'One more call' : `A call to ${to}`} was not placed${after}.${nothing}`,
    ...sidesOf(
      called.map(({ what }) => what.to),
      [{ text: to ?? 'any call', after: met.at(-1) ?? -1 }],
      met,
    ),
    place: called.at(-1)?.event.place,
  };
  return [...inner, failure];
}
