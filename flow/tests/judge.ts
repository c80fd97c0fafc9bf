import type { Path } from '../json/node';
import type { Simulation } from '../simulator';
import type { Failure, Known } from './failure';
import { judgeActions } from './judgeActions';
import { judgeCalls } from './judgeCalls';
import { judgeEnd } from './judgeEnd';
import { judgeNothing } from './judgeNothing';
import { judgeSent, judgeTexts } from './judgeTexts';
import { observe } from './observe';
import type { Expectation } from './testFile';

/** The expectations of a run that it does not meet, in the order of the schema; `at` is the path of the expectations in the test file. */
export function judge(expect: Expectation, run: Simulation, at: Path, known: Known): readonly Failure[] {
  const observed = observe(run, known.flow);
  return [
    ...judgeEnd(expect, run, at, known),
    ...judgeTexts(expect, run, observed, at, known),
    ...judgeActions(expect, run, observed, at, known),
    ...judgeSent(expect, observed, at),
    ...judgeCalls(expect, observed, at, (inner, child, path) => judge(inner, child, path, known)),
    ...judgeNothing(expect, observed, at, known),
  ];
}
