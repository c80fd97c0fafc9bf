import * as vscode from 'vscode';
import { generatingCases, isTestFileName, readBegunTestFile, readTestedFlow, whyNoCase } from '../../flow';
import { systemClock } from '../api/clock';
import { inSlices } from '../run/inSlices';
import { requiredText } from '../savedText';
import { notify, showProgress } from '../ui/notify';
import { findFlow } from './testedFiles';
import { testsBeside, writeCases } from './writeCases';

/** Adds a case to the test file of a flow for each way that none of its cases takes. `uri` is that of the flow, or of the test file. */
export async function generateTests(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return void notify('warning', 'Open a flow first.');
  const isTest = isTestFileName(uri.path);
  const beside = isTest
    ? { uri, text: await requiredText(uri), isFlow: () => true }
    : await testsBeside(uri.toString());
  const { file, faults } = readBegunTestFile(beside.text ?? '');
  const name = vscode.workspace.asRelativePath(beside.uri);
  if (!file) return void notify('warning', `${name} is not a test file. ${faults[0]?.message ?? ''}`);
  if (file.flow !== undefined && !beside.isFlow(file.flow))
    return void notify('warning', `${name} tests another flow: ${file.flow}. Give that test file another name first.`);
  const found = isTest ? await findFlow(uri, file.flow) : readTestedFlow(await requiredText(uri), uri.path);
  const flow = typeof found === 'string' || !('uri' in found) ? found : found.flow;
  if (typeof flow === 'string')
    return void notify('warning', isTest ? flow : `${vscode.workspace.asRelativePath(uri)} ${flow}.`);
  const cases = await showProgress(`Looking for ways of ${vscode.workspace.asRelativePath(uri)}`, true, (signal) =>
    inSlices(generatingCases(flow, file), systemClock, () => !signal.aborted),
  );
  if (!cases) return;
  if (cases.length === 0) return void notify('information', `No case was added. ${whyNoCase(flow, file, name)}`);
  await writeCases(beside.uri, cases);
}
