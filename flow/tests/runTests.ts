import type { Semantics } from '../catalog/semantics';
import { idsAsNames } from '../plain/idsAsNames';
import {
  canonicalWorld,
  countedFromOne,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate,
  type WorldScript,
} from '../simulator';
import { mergeWorlds } from '../simulator/world/mergeWorlds';
import { actionLabel } from '../text/actionLabel';
import { placeNames } from '../ways';
import type { Failure } from './failure';
import { judge } from './judge';
import { inputOf, type TestedFlow } from './testedFlow';
import type { TestCase, TestFile } from './testFile';

/** What became of one case. */
export interface CaseResult {
  readonly name: string;
  /** Position in the file, from 0. */
  readonly index: number;
  /** None where the case passes. */
  readonly failures: readonly Failure[];
  readonly simulation: Simulation;
  readonly semantics: Semantics;
}

/** How a case is run: what a simulation, a debugger or a picture needs for the same run. */
export interface CaseRun {
  readonly input: RunInput;
  readonly world: WorldScript;
  readonly semantics: Semantics;
}

/** The run of a case of a file, with the world of the file as its ground. */
export function caseRun(flow: TestedFlow, file: TestFile, { world: own, semantics }: TestCase): CaseRun {
  const world = canonicalWorld(mergeWorlds(file.world, own));
  const input = inputOf(flow, world, file.trigger) ?? { actions: [], referenceType: 'call' };
  return { input, world, semantics: semantics ?? file.semantics ?? 'observed' };
}

/** Runs the cases of a file that `wanted` takes, one for each step, in their order. */
export function* runningTests(
  flow: TestedFlow,
  file: TestFile,
  wanted: (testCase: TestCase, index: number) => boolean = () => true,
): Generator<CaseResult, void> {
  const nameOf = placeNames(flow.model, (action, index) => `${countedFromOne(index)} ${actionLabel(action)}`);
  for (const [index, testCase] of file.cases.entries()) {
    if (!wanted(testCase, index)) continue;
    const { input, world, semantics } = caseRun(flow, file, testCase);
    const simulation = simulate(input, scriptedWorld(world), { semantics });
    const known = { flow, world, nameOf };
    const failures = judge(testCase.expect, simulation, ['cases', index, 'expect'], known).map((failure) => ({
      ...failure,
      message: idsAsNames(flow.model, failure.message),
    }));
    yield { name: testCase.name, index, failures, simulation, semantics };
  }
}
