import { basename, dirname, join } from 'node:path';
import { figuresOf, isFlowFileName, isTestFileName, percentOf, testNamesFor } from '../../flow';
import { describeFailure } from '../input/describeFailure';
import { expandGlobs } from '../input/expandGlobs';
import { findFiles, type PassedOver, testFiles } from '../input/findFiles';
import { kindOfPath } from '../input/kindOfPath';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { parseOptions } from '../parseOptions';
import { printable } from '../printable';
import { UsageError } from '../usageError';
import { describePassedOver } from './describePassedOver';
import { type CoveredFlow, coverageFormats, formatCoverage } from './formatCoverage';
import { formatGithub } from './formatGithub';
import { formatJson } from './formatJson';
import { formatJunit } from './formatJunit';
import { formatSpec } from './formatSpec';
import { formatTap } from './formatTap';
import { generateTests } from './generateTests';
import type { Reporter } from './report';
import { type ReadFlows, type RunRequest, runFile } from './runFile';
import { watchFolders } from './watchFolders';

const reporters = ['spec', 'json', 'junit', 'tap', 'github'] as const;

export const testUsage = `voipbin-flow test [options] PATH…

Runs test files: cases with a world and what must be true of the run. PATH is a test file,
a flow with its test file beside it, a folder with *.flow.test.json and *.flow.test.jsonc in
it, a pattern such as "flows/**/*.flow.test.json", or - for standard input. In folders,
node_modules, dist, out, vendor, hidden folders and links to folders are skipped unless you
name them.

  --reporter NAME       spec (default), json, junit, tap or github
  --coverage [FORMAT]   which actions and ways no case took: text (default), json or lcov;
                        json and lcov take standard output, and the report goes to
                        standard error
  --min-coverage N      exit with 1 if less than N percent of the actions, or of the ways,
                        were taken
  --filter TEXT         run the cases with TEXT in their names only
  --generate            run nothing; print the test file of a flow with a case for each way that
                        none of its cases takes
  --write               with --generate: write it to the test file beside the flow instead
  --watch               run again whenever a file beside the tests changes

Exit code: 0 all cases pass; 1 a case fails, or too little was covered; 2 wrong usage, or a
file that cannot be read. The other files run all the same.`;

export interface TestCommandOptions {
  /** What ends watching; asked for only where files are watched. */
  stop(): AbortSignal;
}

/** Runs the test files named in `args`; the exit code as the usage says. */
export async function testCommand(args: readonly string[], io: CliIo, { stop }: TestCommandOptions): Promise<number> {
  const parsed = parse(args, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals } = parsed;
  const options: TestRunOptions = {
    reporter: oneOf(reporters, values.reporter ?? 'spec', '--reporter', testUsage),
    coverage:
      values.coverage === undefined ? undefined : oneOf(coverageFormats, values.coverage, '--coverage', testUsage),
    least: values['min-coverage'] === undefined ? undefined : readPercent(values['min-coverage']),
    filter: values.filter ?? '',
  };
  if (positionals.length === 0)
    throw new UsageError('no path was given: name a test file, a folder or - for standard input', testUsage);
  if (values.generate) {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1 || path === '-')
      throw new UsageError('--generate takes one flow', testUsage);
    const other = onlyForRuns.find((name) => values[name] !== undefined);
    if (other) throw new UsageError(`--generate runs no case: leave out --${other}`, testUsage);
    return await generateTests(path, testFileFor(path), values.write ?? false, io);
  }
  if (values.write) throw new UsageError('--write belongs to --generate', testUsage);
  const once = (reads: (folder: string) => void) => runOnce(positionals, options, reads, io);
  if (!values.watch) return await once(() => {});
  if (positionals.includes('-')) throw new UsageError('--watch cannot run standard input again', testUsage);
  return await watchFolders(once, stop(), io);
}

/** Options that say how cases run. */
const onlyForRuns = ['reporter', 'coverage', 'min-coverage', 'filter', 'watch'] as const;

/** `--coverage` may stand alone, which Node's reader of options does not know. */
function parse(args: readonly string[], io: CliIo) {
  const whole: string[] = [];
  for (const arg of args) {
    const isFormat = whole.at(-1) === '--coverage' && (coverageFormats as readonly string[]).includes(arg);
    if (isFormat) whole[whole.length - 1] = `--coverage=${arg}`;
    else whole.push(arg);
  }
  const options = {
    reporter: { type: 'string' },
    coverage: { type: 'string' },
    'min-coverage': { type: 'string' },
    filter: { type: 'string' },
    generate: { type: 'boolean' },
    write: { type: 'boolean' },
    watch: { type: 'boolean' },
  } as const;
  return parseOptions(
    whole.map((arg) => (arg === '--coverage' ? '--coverage=text' : arg)),
    options,
    testUsage,
    io,
  );
}

function readPercent(text: string): number {
  const percent = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new UsageError(`--min-coverage takes a number from 0 to 100, not "${text}"`, testUsage);
}

interface TestRunOptions {
  readonly reporter: (typeof reporters)[number];
  readonly coverage: (typeof coverageFormats)[number] | undefined;
  readonly least: number | undefined;
  readonly filter: string;
}

async function runOnce(
  paths: readonly string[],
  options: TestRunOptions,
  reads: RunRequest['reads'],
  io: CliIo,
): Promise<number> {
  const flows: ReadFlows = new Map();
  const failures: string[] = [];
  const passedOver: PassedOver[] = [];
  const reporter = createReporter(options.reporter, io);
  const takesOutput = options.coverage === 'json' || options.coverage === 'lcov';
  const write = (text: string) => {
    if (takesOutput) io.stderr(text);
    else if (options.reporter === 'spec') io.stdout(text);
    else io.data(text);
  };
  const expanded = expandGlobs(paths, reads);
  // A file can come, and can be written as a new one.
  for (const path of expanded) if (path !== '-' && kindOfPath(path) !== 'folder') reads(dirname(path));
  const named = expanded.map((path) => testFileFor(path));
  const totals = { passed: 0, failed: 0, unread: 0 };
  const filter = options.filter.toLowerCase();
  const wish = {
    isWanted: (name: string) => name.toLowerCase().includes(filter),
    isCovered: options.coverage !== undefined || options.least !== undefined,
    reads,
  };
  let files = 0;
  write(reporter.begin);
  const found = findFiles(
    named,
    {
      fail: (path, error) => failures.push(describeFailure(path, error)),
      passOver: (path) => passedOver.push(path),
      enter: reads,
    },
    testFiles,
  );
  for (const path of found) {
    files++;
    const report = await runFile(path, wish, flows, io);
    if (report.faults.length > 0) totals.unread++;
    for (const testCase of report.cases) totals[testCase.failures.length === 0 ? 'passed' : 'failed']++;
    const text = reporter.file(report);
    if (text === '') continue;
    write(text);
    await io.drained();
  }
  write(reporter.end(totals));
  // A misspelt path or name must not pass for tests that pass.
  if (files === 0 && failures.length === 0)
    failures.push(`there is no test file in ${listed(paths)}: no *.flow.test.json and no *.flow.test.jsonc`);
  else if (filter !== '' && totals.passed + totals.failed + totals.unread === 0)
    failures.push(`no case has "${printable(options.filter)}" in its name`);
  const isEnough = tellCoverage(
    [...flows.values()].map(({ path, counter }) => ({ path, coverage: counter.coverage() })),
    options,
    io,
  );
  const notRun = describePassedOver(passedOver);
  if (notRun !== undefined) io.stderr(`voipbin-flow: ${notRun}\n`);
  for (const failure of failures) io.stderr(`voipbin-flow: ${failure}\n`);
  const isUnread = failures.length > 0 || totals.unread > 0;
  return isUnread ? exitCodes.usage : totals.failed > 0 || !isEnough ? exitCodes.findings : exitCodes.clean;
}

function createReporter(name: (typeof reporters)[number], io: CliIo): Reporter {
  if (name === 'json') return formatJson();
  if (name === 'junit') return formatJunit();
  if (name === 'tap') return formatTap();
  return name === 'github' ? formatGithub() : formatSpec(io.colors);
}

const listed = (paths: readonly string[]) => paths.map((path) => printable(path)).join(', ');

/** The test file beside a flow that was named; any other path is itself. */
function testFileFor(path: string): string {
  if (path === '-' || isTestFileName(path) || !isFlowFileName(path)) return path;
  const names = testNamesFor(basename(path)).map((name) => join(dirname(path), name));
  return names.find((name) => kindOfPath(name) === 'file') ?? names[0] ?? path;
}

/** Writes the coverage where it is wanted; whether it is enough. */
function tellCoverage(
  flows: readonly CoveredFlow[],
  { coverage, least, reporter }: TestRunOptions,
  io: CliIo,
): boolean {
  if (coverage === 'text') {
    const text = formatCoverage(flows, coverage, reporter === 'spec' && io.colors);
    if (reporter === 'spec') io.stdout(`\n${text}`);
    else io.stderr(text);
  } else if (coverage !== undefined) io.data(formatCoverage(flows, coverage, false));
  if (least === undefined) return true;
  const figures = figuresOf(flows.map((flow) => flow.coverage));
  const short = (['actions', 'ways'] as const).filter((what) => percentOf(figures[what]) < least);
  for (const what of short)
    io.stderr(
      `voipbin-flow: ${percentOf(figures[what])} % of the ${what} were covered, and --min-coverage is ${least} %\n`,
    );
  return short.length === 0;
}
