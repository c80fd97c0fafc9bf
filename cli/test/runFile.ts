import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import {
  type CoverageCounter,
  countCoverage,
  describeFaultyFlow,
  describeMissingFlow,
  flowNamesFor,
  linesOf,
  nodeAt,
  readTestedFlow,
  readTestFile,
  runningTests,
  type Simulation,
  type TestedFlow,
} from '../../flow';
import { hasCode } from '../../sandbox/node/hasCode';
import { describeFailure } from '../input/describeFailure';
import { readLinked } from '../input/readLinked';
import type { CliIo } from '../io';
import { readText } from '../readText';
import type { ReportedCase, TestReport } from './report';

/** The flows that were read so far, with what their cases took, by their whole paths: test files may name one flow in several ways. */
export type ReadFlows = Map<string, FlowOfTest>;

/** Which cases run, and whether their coverage is asked for: counting it takes a part of the time. */
export interface RunRequest {
  isWanted(name: string): boolean;
  readonly isCovered: boolean;
  /** Is told of each folder before a file in it is read. */
  reads(folder: string): void;
}

/** Runs the cases of a test file that are wanted. */
export async function runFile(
  path: string,
  { isWanted, isCovered, reads }: RunRequest,
  flows: ReadFlows,
  io: CliIo,
): Promise<TestReport> {
  const none = { path, flow: undefined, model: undefined, cases: [] };
  if (path !== '-') reads(dirname(path));
  const text = await readTextOf(path, io);
  if (typeof text !== 'string') return { ...none, faults: [text] };
  const { root, file, faults } = readTestFile(text);
  const lines = linesOf(text);
  if (!file || !root)
    return { ...none, faults: faults.map(({ offset, message }) => ({ ...lines.placeAt(offset), message })) };
  const read = await flowOf(path, file.flow, flows, reads, io);
  if ('message' in read)
    return { ...none, faults: [{ ...lines.placeAt(nodeAt(root, ['flow']).offset), message: read.message }] };
  const { flow, counter } = read;
  const placeAt = (at: readonly (string | number)[]) => lines.placeAt(nodeAt(root, at).offset);
  const cases: ReportedCase[] = [];
  let began = performance.now();
  for (const result of runningTests(flow, file, ({ name }) => isWanted(name))) {
    const ended = performance.now();
    if (isCovered) counter.add(result);
    const failures = result.failures.map((failure) => ({ ...failure, ...placeAt(failure.at) }));
    const simulation = failures.length === 0 ? withoutEvents(result.simulation) : result.simulation;
    const place = placeAt(['cases', result.index, 'name']);
    cases.push({ ...result, simulation, failures, ...place, took: ended - began });
    began = performance.now();
  }
  return { path, flow: read.path, model: flow.model, faults: [], cases };
}

/** Nothing tells the way of a case that passes, nor its variables, and those of a thousand cases fill the memory. */
const withoutEvents = ({ result, omitted }: Simulation): Simulation => ({
  events: [],
  result: { ...result, variables: {} },
  children: [],
  omitted,
});

async function readTextOf(path: string, io: CliIo): Promise<string | { readonly message: string }> {
  try {
    const { text, fault } = readText(path === '-' ? await io.readStdin() : await io.readFile(path));
    return fault ? { message: fault.message } : text;
  } catch (error) {
    return { message: describeFailure(path, error) };
  }
}

export interface FlowOfTest {
  /** As the first test file names it. */
  readonly path: string;
  readonly flow: TestedFlow;
  readonly counter: CoverageCounter;
}

async function flowOf(
  testPath: string,
  named: string | undefined,
  flows: ReadFlows,
  reads: RunRequest['reads'],
  io: CliIo,
): Promise<FlowOfTest | { readonly message: string }> {
  const folder = testPath === '-' ? '.' : dirname(testPath);
  const names = named === undefined ? flowNamesFor(basename(testPath)) : [named];
  // Joined to a folder, a URL would be told as a path that is in no file.
  if (named !== undefined && /^[a-z][a-z\d+.-]+:\/\//i.test(named))
    return { message: describeMissingFlow([named], true) };
  const paths = names.map((name) => (isAbsolute(name) ? name : join(folder, name)));
  for (const path of paths) {
    const key = resolve(path);
    const known = flows.get(key);
    if (known) return known;
    reads(dirname(path));
    const bytes = await readIfThere(path, io);
    if (bytes === undefined) continue;
    if (!(bytes instanceof Uint8Array)) return bytes;
    const { text, fault } = readText(bytes);
    const flow = fault?.isUtf16 ? fault.message : readTestedFlow(text, path);
    if (typeof flow === 'string') return { message: describeFaultyFlow(path, flow) };
    const read = { path, flow, counter: countCoverage(flow.model) };
    flows.set(key, read);
    return read;
  }
  return { message: describeMissingFlow(paths, named !== undefined) };
}

async function readIfThere(path: string, io: CliIo): Promise<Uint8Array | { readonly message: string } | undefined> {
  try {
    const read = await readLinked(path, io);
    return 'fault' in read ? { message: describeFaultyFlow(path, read.fault) } : read;
  } catch (error) {
    return hasCode(error, 'ENOENT') ? undefined : { message: describeFailure(path, error) };
  }
}
