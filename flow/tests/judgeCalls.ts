import type { Path } from '../json/node';
import type { Simulation } from '../simulator';
import type { Failure } from './failure';
import type { Observed } from './observe';
import { fitting } from './pattern/textPattern';
import { sidesOf } from './sides';
import type { Expectation, ExpectedCall } from './testFile';

/** Which calls were placed, and what became of the flow of each. */
export function judgeCalls(
  { calls = [] }: Expectation,
  { called }: Observed,
  at: Path,
  judgeRun: (expect: Expectation, run: Simulation, at: Path) => readonly Failure[],
): readonly Failure[] {
  const judgeOne = ({ to: _, ...expect }: ExpectedCall, { what, event }: Observed['called'][number], index: number) => {
    if (Object.keys(expect).length === 0) return [];
    const path = [...at, 'calls', index];
    if (what.run) return judgeRun(expect, what.run, path);
    const message = `${what.to} was called by a \`connect\`. It runs no flow that could be judged. Expect \`to\` only.`;
    return [{ at: path, message, place: event.place }];
  };
  const inner: Failure[] = [];
  const met: number[] = [];
  let missing: number | undefined;
  for (const [index, wanted] of calls.entries()) {
    const fits = wanted.to === undefined ? () => true : fitting(wanted.to);
    const after = met.at(-1) ?? -1;
    // Of several calls to one party any can be meant. Where none is as expected, the first says why.
    let chosen: { readonly position: number; readonly failures: readonly Failure[] } | undefined;
    for (let position = after + 1; position < called.length; position++) {
      const seen = called[position];
      if (!seen || !fits(seen.what.to)) continue;
      const failures = judgeOne(wanted, seen, index);
      if (!chosen || failures.length === 0) chosen = { position, failures };
      if (failures.length === 0) break;
    }
    if (!chosen) {
      missing = index;
      break;
    }
    inner.push(...chosen.failures);
    met.push(chosen.position);
  }
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
