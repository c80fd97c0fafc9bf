import * as vscode from 'vscode';
import {
  type ActionPlace,
  actionLabel,
  type CaseResult,
  type CoverageCounter,
  countCoverage,
  type Failure,
  nodeAt,
  pathLines,
  type ReadTestFile,
  runningTests,
} from '../../flow';
import { requiredText } from '../savedText';
import { harmless, harmlessCopy } from '../ui/harmless';
import { coverageDetails } from './coverageOf';
import type { Coverages } from './coverages';
import { rangeFinder } from './rangeFinder';
import { type FoundFlow, findFlow } from './testedFiles';
import type { TestTree } from './testTree';

/** What a run of tests came to, by the ids of their items. */
type Outcomes = ReadonlyMap<string, Outcome>;
type Outcome = 'passed' | 'failed' | 'errored' | 'skipped';

export interface TestRunner {
  /** Runs what a request asks for, until `token` is cancelled. `debug` is called for each case before its result, and ends the run where it fails. */
  run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    covers: boolean,
    debug?: (item: vscode.TestItem, token: vscode.CancellationToken) => Promise<boolean>,
  ): Promise<Outcomes>;
  /** The statements and branches of a file of a run. */
  details(coverage: vscode.FileCoverage): readonly vscode.StatementCoverage[];
}

/** For so many ms cases run before VS Code gets its turn. */
const slice = 20;

export function createTestRunner(controller: vscode.TestController, tree: TestTree, coverages: Coverages): TestRunner {
  const known = new WeakMap<vscode.FileCoverage, readonly vscode.StatementCoverage[]>();

  return {
    details: (coverage) => known.get(coverage) ?? [],
    async run(request, token, covers, debug) {
      const run = controller.createTestRun(request);
      // A run can be cancelled in the list of runs too.
      const cancelled = new vscode.CancellationTokenSource();
      const cancel = () => cancelled.cancel();
      const isCancelled = () => cancelled.token.isCancellationRequested;
      const listening = [token, run.token].map((each) => each.onCancellationRequested(cancel));
      if (token.isCancellationRequested) cancel();
      const outcomes = new Map<string, Outcome>();
      const counters = new Map<string, { readonly uri: vscode.Uri; readonly counter: CoverageCounter }>();
      let pausedAt = performance.now();

      const runFile = async (file: vscode.TestItem) => {
        const { uri } = file;
        const read = await tree.read(file);
        if (!uri || !read) return;
        const position = (item: vscode.TestItem) => tree.caseOf(item) ?? -1;
        const cases = [...file.children].map(([, item]) => item).filter((item) => isWanted(item, request));
        cases.sort((a, b) => position(a) - position(b));
        const fail = (text: string) => {
          const message = new vscode.TestMessage(harmless(text, 'tooltip'));
          run.errored(file, message);
          outcomes.set(file.id, 'errored');
        };
        if (!read.file) return fail(`The file cannot be run. ${read.faults[0]?.message ?? ''}`);
        const found = await findFlow(uri, read.file.flow);
        if (typeof found === 'string') return fail(found);
        for (const item of cases) run.enqueued(item);
        const indexes = new Set(cases.map(position));
        const ofFlow = found.uri.toString();
        const { counter } = counters.get(ofFlow) ?? { counter: countCoverage(found.flow.model) };
        counters.set(ofFlow, { uri: found.uri, counter });
        const rangeOf = rangeFinder(await requiredText(uri));
        if (isCancelled()) return;
        const going = runningTests(found.flow, read.file, (_, index) => indexes.has(index));
        for (const item of cases) {
          run.started(item);
          if (debug && !(await debug(item, cancelled.token))) cancel();
          if (isCancelled()) return;
          const began = performance.now();
          const { done, value: result } = going.next();
          if (done) return;
          counter.add(result);
          const messages = result.failures.map((failure) => messageOf(failure, uri, read, rangeOf, found));
          const took = performance.now() - began;
          if (messages.length === 0) run.passed(item, took);
          else run.failed(item, messages, took);
          outcomes.set(item.id, messages.length === 0 ? 'passed' : 'failed');
          run.appendOutput(outputOf(item.label, result, found.flow.model), undefined, item);
          if (performance.now() - pausedAt > slice) {
            await new Promise((resolve) => setTimeout(resolve));
            pausedAt = performance.now();
          }
          if (isCancelled()) return;
        }
      };

      try {
        if (!request.include) await tree.discover(token);
        for (const file of filesOf(request, controller)) {
          if (isCancelled()) break;
          await runFile(file);
        }
        if (covers) {
          for (const { uri, counter } of counters.values()) {
            const covered = counter.coverage();
            const details = coverageDetails(covered);
            const coverage = vscode.FileCoverage.fromDetails(uri, details);
            known.set(coverage, details);
            run.addCoverage(coverage);
            coverages.set(uri.toString(), { coverage: covered, at: Date.now() });
          }
        }
      } finally {
        run.end();
        for (const each of listening) each.dispose();
        cancelled.dispose();
      }
      return outcomes;
    },
  };
}

/** The files in which the tests of a request are. */
function filesOf({ include }: vscode.TestRunRequest, { items }: vscode.TestController): readonly vscode.TestItem[] {
  if (!include) return [...items].map(([, item]) => item);
  return [...new Set(include.map((item) => item.parent ?? item))];
}

function isWanted(item: vscode.TestItem, { include, exclude }: vscode.TestRunRequest): boolean {
  const isIn = (list: readonly vscode.TestItem[]) => list.some(({ id }) => id === item.id || id === item.parent?.id);
  return (!include || isIn(include)) && !(exclude && isIn(exclude));
}

function messageOf(
  { at, message: text, expected, actual, place }: Failure,
  uri: vscode.Uri,
  { root }: ReadTestFile,
  rangeOf: ReturnType<typeof rangeFinder>,
  found: FoundFlow,
): vscode.TestMessage {
  const shown = harmless(text, 'tooltip');
  const message =
    expected === undefined || actual === undefined
      ? new vscode.TestMessage(shown)
      : vscode.TestMessage.diff(shown, harmlessCopy(expected), harmlessCopy(actual));
  const expectation = root && rangeOf(nodeAt(root, at));
  if (expectation) message.location = new vscode.Location(uri, expectation);
  return expectation && place ? withAction(message, { uri, range: expectation }, place, found) : message;
}

/** VS Code 1.93 shows where a failure comes from: here the expectation, and below it the action at which the call went another way. */
function withAction(
  message: vscode.TestMessage,
  expectation: { readonly uri: vscode.Uri; readonly range: vscode.Range },
  { path, type }: ActionPlace,
  { uri, flow: { model } }: FoundFlow,
): vscode.TestMessage {
  const { TestMessageStackFrame: Frame } = vscode as unknown as WithStackFrames;
  const node = path && model.root && nodeAt(model.root, path);
  if (!Frame || !node) return message;
  const action = model.actions.find((candidate) => candidate.node === node);
  const label = action ? `${action.order + 1} ${actionLabel(action)}` : type;
  const stackTrace = [
    new Frame('the expectation', expectation.uri, expectation.range.start),
    new Frame(harmless(label, 'label'), uri, rangeFinder(model.text)(node).start),
  ];
  return Object.assign(message, { stackTrace });
}

/** What newer versions of VS Code have than the one that we are compiled for. */
interface WithStackFrames {
  readonly TestMessageStackFrame?: new (label: string, uri: vscode.Uri, position: vscode.Position) => object;
}

/** The path of the call, as the output of tests takes it. */
function outputOf(
  name: string,
  { simulation, failures }: CaseResult,
  model: Parameters<typeof countCoverage>[0],
): string {
  const { outcome, detail } = simulation.result;
  const lines = [
    `${failures.length === 0 ? '✔' : '✘'} ${name}`,
    ...pathLines(simulation.events, model, (_, text) => text),
    `${' '.repeat(10)}${outcome}: ${detail}`,
    '',
  ];
  return lines.map((line) => `${harmlessCopy(line).replace(/[\r\n]+/g, ' ')}\r\n`).join('');
}
