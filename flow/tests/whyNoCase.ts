import { idsAsNames } from '../plain/idsAsNames';
import { scriptedWorld, simulate } from '../simulator';
import { caseRun } from './runTests';
import type { TestedFlow } from './testedFlow';
import type { TestFile } from './testFile';

/** Why no case was made for a flow, in one sentence: it does not run, or the cases of the file, called `name`, leave out no way. */
export function whyNoCase(flow: TestedFlow, file: TestFile, name: string): string {
  const { input, world, semantics } = caseRun(flow, file, { name: '', world: {}, expect: {} });
  const { events, result } = simulate(input, scriptedWorld(world), { semantics });
  const runs = events.some(({ type }) => type === 'action');
  return runs ? `The cases of ${name} take every way that a call can take.` : idsAsNames(flow.model, result.detail);
}
