import * as vscode from 'vscode';
import { readTestFile } from '../../flow';
import { requiredText } from '../savedText';
import { type Commands, guardCommands } from '../ui/guardCommands';
import { type Coverages, createCoverages } from './coverages';
import { debugCase } from './debugTests';
import { generateTests } from './generateTests';
import { offerKeyFixes } from './keyFixes';
import { createTestRunner, type TestRunner } from './runTests';
import { flowUris } from './testedFiles';
import { createTestTree, followTestFiles, type TestTree } from './testTree';

/** The Test Explorer's part of the extension. */
export interface Tests {
  readonly controller: vscode.TestController;
  readonly tree: TestTree;
  readonly runner: TestRunner;
  readonly coverages: Coverages;
  readonly commands: Commands;
  readonly profiles: Readonly<Record<'run' | 'debug' | 'coverage', vscode.TestRunProfile>>;
}

/** Shows the test files of flows in the Test Explorer: to run, once or on each save, and with coverage. */
export function startTests(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Tests {
  const controller = vscode.tests.createTestController('voipbin.tests', 'VoIPbin Flow');
  const tree = createTestTree(controller);
  const coverages = createCoverages();
  const runner = createTestRunner(controller, tree, coverages);
  controller.resolveHandler = async (item) => {
    if (item) await tree.read(item);
    else await tree.discover();
  };
  controller.refreshHandler = (token) => tree.discover(token);

  const handlerOf = (covers: boolean) => async (request: vscode.TestRunRequest, token: vscode.CancellationToken) => {
    if (request.continuous) keepRunning(request, token, covers);
    else await runner.run(request, token, covers);
  };
  const keepRunning = (request: vscode.TestRunRequest, token: vscode.CancellationToken, covers: boolean) => {
    const runFor = async ({ uri }: vscode.TextDocument) => {
      const files = await filesOf(uri, controller);
      if (files.length === 0 || token.isCancellationRequested) return;
      const include = files.flatMap((file) => wantedOf(file, request));
      if (include.length === 0) return;
      const once = new vscode.TestRunRequest(include, request.exclude, request.profile, true);
      await runner.run(once, token, covers);
    };
    const saved = vscode.workspace.onDidSaveTextDocument((document) => {
      runFor(document).catch((error: unknown) => log.error('running tests after a save failed', String(error)));
    });
    token.onCancellationRequested(() => saved.dispose());
    context.subscriptions.push(saved);
  };
  const { Run, Debug, Coverage } = vscode.TestRunProfileKind;
  const run = controller.createRunProfile('Run', Run, handlerOf(false), true, undefined, true);
  const debug = controller.createRunProfile('Debug', Debug, async (request, token) => {
    await runner.run(request, token, false, (item, cancelled) => debugCase(item, tree, cancelled));
  });
  const coverage = controller.createRunProfile('Run with Coverage', Coverage, handlerOf(true), true, undefined, true);
  coverage.loadDetailedCoverage = async (_, file) => [...runner.details(file)];
  context.subscriptions.push(controller, followTestFiles(tree, log), offerKeyFixes());
  const commands = guardCommands(log, {
    'voipbin.generateTests': (target?: unknown) => generateTests(uriOf(target)),
  });
  return { controller, tree, runner, coverages, commands, profiles: { run, debug, coverage } };
}

/** Menus hand over a `Uri`, the command palette nothing: then the file in the editor is meant. */
function uriOf(target: unknown): vscode.Uri | undefined {
  return target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
}

/** The items of the test files to which a saved file belongs: one of them, or the flow of some. */
async function filesOf(uri: vscode.Uri, { items }: vscode.TestController): Promise<readonly vscode.TestItem[]> {
  const own = items.get(uri.toString());
  if (own) return [own];
  if (!/\.jsonc?$/i.test(uri.path)) return [];
  const found: vscode.TestItem[] = [];
  for (const [, item] of items) {
    if (!item.uri) continue;
    const text = await requiredText(item.uri).catch(() => '');
    const { file } = readTestFile(text);
    const flows = file ? flowUris(item.uri, file.flow) : [];
    if (flows.some((flow) => flow.toString() === uri.toString())) found.push(item);
  }
  return found;
}

/** What of a file a request includes. */
function wantedOf(file: vscode.TestItem, { include }: vscode.TestRunRequest): readonly vscode.TestItem[] {
  if (!include || include.some(({ id }) => id === file.id)) return [file];
  return include.filter(({ parent }) => parent?.id === file.id);
}
