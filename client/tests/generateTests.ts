import * as vscode from 'vscode';
import {
  generatingCases,
  isTestFileName,
  readBegunTestFile,
  readTestedFlow,
  type TestCase,
  whyNoCase,
} from '../../flow/tests';
import { requiredText } from '../savedText';
import { harmless } from '../ui/harmless';
import { notify } from '../ui/notify';
import { findFlow, flowUris } from './testedFiles';
import { testFileFor, writeCases } from './writeCases';

/** For so many ms cases are looked for before VS Code gets its turn. */
const slice = 20;

/** Adds a case to the test file of a flow for each way that none of its cases takes. `uri` is that of the flow, or of the test file. */
export async function generateTests(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return void notify('warning', 'Open a flow first.', []);
  const isTest = isTestFileName(uri.path);
  const beside = isTest ? { uri, text: await requiredText(uri) } : await testFileFor(uri);
  const { file, faults } = readBegunTestFile(beside.text ?? '');
  const name = vscode.workspace.asRelativePath(beside.uri);
  if (!file) return void notify('warning', `${name} is not a test file. ${faults[0]?.message ?? ''}`, []);
  if (
    !isTest &&
    file.flow !== undefined &&
    !flowUris(beside.uri, file.flow).some((flow) => flow.toString() === uri.toString())
  )
    return void notify(
      'warning',
      `${name} tests another flow: ${file.flow}. Give that test file another name first.`,
      [],
    );
  const found = isTest ? await findFlow(uri, file.flow) : readTestedFlow(await requiredText(uri), uri.path);
  const flow = typeof found === 'string' || !('uri' in found) ? found : found.flow;
  if (typeof flow === 'string')
    return void notify('warning', isTest ? flow : `${vscode.workspace.asRelativePath(uri)} ${flow}.`, []);
  const title = `Looking for ways of ${harmless(vscode.workspace.asRelativePath(uri), 'progress')}`;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const cases = await vscode.window.withProgress(options, (_, token) => inSlices(generatingCases(flow, file), token));
  if (!cases) return;
  if (cases.length === 0) return void notify('information', `No case was added. ${whyNoCase(flow, file, name)}`, []);
  await writeCases(beside.uri, cases);
}

/** What a generator comes to; undefined where it is cancelled. */
async function inSlices(
  going: Generator<unknown, readonly TestCase[], void>,
  token: vscode.CancellationToken,
): Promise<readonly TestCase[] | undefined> {
  let began = performance.now();
  for (let step = going.next(); ; step = going.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) return undefined;
    began = performance.now();
  }
}
