import { scriptedWorld, simulate, type WorldScript } from '../simulator';
import { exploringWays, type Ways } from '../ways';
import { caseName, freeCaseName } from './caseName';
import { countCoverage } from './coverage';
import { ownWorld, withoutActs } from './ownWorld';
import { recordedCase } from './recordedCase';
import { caseRun, runningTests } from './runTests';
import { inputOf, type TestedFlow } from './testedFlow';
import type { TestCase, TestFile } from './testFile';

/**
 * A case for each action and way of a flow that no case of a file takes, found by exploring: the world of the shortest call that takes it, named
 * by what the caller does, with what the call does as expectations. None for what no call takes.
 *
 * A generator, as `exploring` is: it can be cut in slices and stopped.
 */
export function* generatingCases(
  flow: TestedFlow,
  file: TestFile,
): Generator<number | undefined, readonly TestCase[], void> {
  const semantics = file.semantics ?? 'observed';
  const counter = countCoverage(flow.model);
  for (const result of runningTests(flow, file)) {
    counter.add(result);
    yield undefined;
  }
  const ground = file.world ?? {};
  const names = new Set(file.cases.map(({ name }) => name));
  const made: TestCase[] = [];
  for (const known of groundsOf(file.world ?? {})) {
    const input = inputOf(flow, known, file.trigger);
    if (!input) return [];
    const all = yield* exploringWays(flow.model, input, { semantics, world: known });
    for (const world of worldsOf(all)) {
      const own = ownWorld(world, ground);
      const { input: run, world: whole } = caseRun(flow, file, { name: '', world: own, expect: {} });
      const simulation = simulate(run, scriptedWorld(whole), { semantics });
      const before = taken(counter.coverage());
      counter.add({ simulation, semantics });
      if (taken(counter.coverage()) === before) continue;
      made.push(recordedCase(freeCaseName(caseName(own), names), own, simulation, flow));
      yield undefined;
    }
  }
  return made;
}

/** The worlds to explore in, one after another: a case can also have another time than its file. */
function groundsOf(world: WorldScript): readonly WorldScript[] {
  const { now, ...timeless } = withoutActs(world);
  return now === undefined ? [timeless] : [{ ...timeless, now }, timeless];
}

/**
 * The worlds of the shortest calls of all ends, and then of all ways: the ends show whole calls. The shortest call is often one that VoIPbin refuses to place or
 * that the caller ends. So each is tried first without that.
 */
function worldsOf(all: readonly Ways[]): readonly WorldScript[] {
  const own = all.flatMap((ways) => {
    const ends = ways.found.ends.filter(({ id }) => !id.includes('hangs-up')).map(({ shortest }) => shortest.world);
    const edges = ways.found.edges.map(({ call }) => call.world);
    return [...ends, ...edges].map((world) => ways.inWhole(world));
  });
  const calm = own.map(({ refuses: _, hangs_up_at: __, ...world }) => world);
  const staying = own.filter((world) => world.hangs_up_at === undefined);
  return [...calm, ...staying, ...own.filter((world) => world.hangs_up_at !== undefined)];
}

/** How many actions and ways were taken. */
function taken({ actions }: ReturnType<ReturnType<typeof countCoverage>['coverage']>): number {
  return [...actions, ...actions.flatMap(({ edges }) => edges)].filter(({ count }) => count > 0).length;
}
