/** How long the cases of a test file take, against the same calls in the simulator alone. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptedWorld, simulate } from '../flow/simulator';
import { caseRun, countCoverage, readTestedFlow, readTestFile, runningTests, type TestCase } from '../flow/tests';
import { type Cost, costOf } from './costOf';
import { sideBySide } from './sideBySide';

/** The cases of the example over and over, each with a name of its own. */
function manyCases(count: number): string {
  const { cases } = JSON.parse(readFileSync('examples/branch-menu.flow.test.json', 'utf8')) as { cases: TestCase[] };
  const many = Array.from({ length: count }, (_, n) => {
    const testCase = cases[n % cases.length];
    return { ...testCase, name: `${testCase?.name} (${n})` };
  });
  return JSON.stringify({ cases: many }, null, 2);
}

/** Prints how long reading and running `count` cases of the branch menu take, in ms, and as a ratio to their calls without a test. */
export async function benchTests(count: number, rounds: number): Promise<void> {
  const text = manyCases(count);
  const flow = readTestedFlow(readFileSync('examples/branch-menu.flow.json', 'utf8'), 'branch-menu.flow.json');
  const { file } = readTestFile(text);
  if (typeof flow === 'string' || !file) throw new Error('The branch menu and its tests cannot be read.');
  const runs = file.cases.map((testCase) => caseRun(flow, file, testCase));
  const failed = [...runningTests(flow, file)].filter(({ failures }) => failures.length > 0);
  if (failed.length > 0) throw new Error(`Cases of the branch menu fail, the first is "${failed[0]?.name}".`);

  const covered = () => {
    const counter = countCoverage(flow.model);
    for (const result of runningTests(flow, file)) counter.add(result);
    return counter.coverage();
  };
  const bare = 'their calls in the simulator alone';
  const tasks = {
    [bare]: () =>
      runs.reduce(
        (sum, { input, world, semantics }) => sum + simulate(input, scriptedWorld(world), { semantics }).result.used,
        0,
      ),
    'the file is read': () => readTestFile(text),
    'the cases run and are judged': () => {
      let failures = 0;
      for (const result of runningTests(flow, file)) failures += result.failures.length;
      return failures;
    },
    'the same with coverage': covered,
  };
  const times = await sideBySide(tasks, rounds);
  console.log(`${`${count} cases of the branch menu`.padEnd(44)}${'ms'.padStart(12)}${'× their calls'.padStart(16)}`);
  for (const [name, time] of Object.entries(times)) {
    const ratio = (time / (times[bare] ?? 1)).toFixed(2);
    console.log(`${name.padEnd(44)}${time.toFixed(1).padStart(12)}${ratio.padStart(16)}`);
  }
}

/** Prints what `voipbin-flow test` costs with `count` cases of the branch menu, beside one that only starts. `cli` is the bundle of the command line. */
export async function benchTestCommand(cli: string, count: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'voipbin-bench-tests-'));
  try {
    const flows = join(folder, 'flows');
    mkdirSync(flows);
    writeFileSync(join(flows, 'branch-menu.flow.json'), readFileSync('examples/branch-menu.flow.json'));
    writeFileSync(join(flows, 'branch-menu.flow.test.json'), manyCases(count));
    const programs = { 'voipbin-flow --version': ['--version'], [`voipbin-flow test, ${count} cases`]: ['test', '.'] };
    console.log(
      `${'the command line'.padEnd(44)}${['processor s', 'wall s', 'MB'].map((text) => text.padStart(12)).join('')}`,
    );
    for (const [name, args] of Object.entries(programs)) {
      const costs: Cost[] = [];
      for (let left = rounds; left > 0; left--) costs.push(await costOf([process.execPath, cli, ...args], flows));
      const median = (of: (cost: Cost) => number) => costs.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
      const figures = [median((cost) => cost.processor).toFixed(2), median((cost) => cost.wall).toFixed(2)];
      const megabytes = median((cost) => cost.megabytes).toFixed(0);
      console.log(`${name.padEnd(44)}${[...figures, megabytes].map((text) => text.padStart(12)).join('')}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
