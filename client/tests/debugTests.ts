import * as vscode from 'vscode';
import { caseRun } from '../../flow/tests';
import { nameOfFile } from '../debug/debugFiles';
import { debugType } from '../debugType';
import { findFlow } from './testedFiles';
import type { TestTree } from './testTree';

/** Debugs cases one after another, each in its own world, until one cannot be debugged or `token` is cancelled. */
export async function debugCases(
  items: readonly vscode.TestItem[],
  tree: TestTree,
  token: vscode.CancellationToken,
): Promise<void> {
  for (const item of items) {
    const configuration = await configurationOf(item, tree);
    if (!configuration || token.isCancellationRequested) return;
    const folder = item.uri && vscode.workspace.getWorkspaceFolder(item.uri);
    const ended = sessionEnd(configuration.name, token);
    if (!(await vscode.debug.startDebugging(folder, configuration))) return;
    await ended;
  }
}

/** What VS Code starts to debug a case: its flow in its world. Undefined where the file cannot be run. */
export async function configurationOf(
  item: vscode.TestItem,
  tree: TestTree,
): Promise<vscode.DebugConfiguration | undefined> {
  const file = item.parent ?? item;
  const content = (await tree.read(file))?.file;
  const testCase = content?.cases[tree.caseOf(item) ?? -1];
  if (!file.uri || !content || !testCase) return undefined;
  const found = await findFlow(file.uri, content.flow);
  if (typeof found === 'string') return undefined;
  const { world, semantics } = caseRun(found.flow, content, testCase);
  const trigger = content.trigger === undefined ? {} : { trigger: content.trigger };
  const program = nameOfFile(found.uri);
  return { type: debugType, request: 'launch', name: `Debug ${item.label}`, program, world, semantics, ...trigger };
}

function sessionEnd(name: string, token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const ended = vscode.debug.onDidTerminateDebugSession((session) => {
      if (session.name === name) end();
    });
    const cancelled = token.onCancellationRequested(() => end());
    const end = () => {
      ended.dispose();
      cancelled.dispose();
      resolve();
    };
  });
}
