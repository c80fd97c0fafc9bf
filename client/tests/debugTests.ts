import * as vscode from 'vscode';
import { caseRun } from '../../flow';
import { nameOfFile } from '../debug/debugFiles';
import { debugType } from '../debugType';
import { findFlow } from './testedFiles';
import type { TestTree } from './testTree';

/** How many cases were debugged: the name of a session is not its own, and VS Code can change it. */
let debugged = 0;

/** Debugs a case in its own world, until the session ends; where `token` is cancelled, the session is stopped. Whether it could be debugged. */
export async function debugCase(
  item: vscode.TestItem,
  tree: TestTree,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const configuration = await configurationOf(item, tree);
  if (!configuration || token.isCancellationRequested) return false;
  const folder = item.uri && vscode.workspace.getWorkspaceFolder(item.uri);
  const number = ++debugged;
  const ended = sessionEnd(({ configuration: started }) => started.debuggedCase === number, token);
  const isStarted = await vscode.debug.startDebugging(folder, { ...configuration, debuggedCase: number });
  if (isStarted) await ended.promise;
  ended.dispose();
  return isStarted;
}

/** What VS Code starts to debug a case: its flow in its world. Undefined where the file cannot be run. */
async function configurationOf(item: vscode.TestItem, tree: TestTree): Promise<vscode.DebugConfiguration | undefined> {
  const file = item.parent ?? item;
  const content = (await tree.read(file))?.file;
  const testCase = content?.cases[tree.caseOf(item) ?? -1];
  if (!file.uri || !content || !testCase) return undefined;
  const found = await findFlow(file.uri, content.flow);
  if (typeof found === 'string') return undefined;
  const { world, semantics } = caseRun(found.flow, content, testCase);
  const trigger = content.trigger === undefined ? {} : { trigger: content.trigger };
  const program = nameOfFile(found.uri);
  const name = `Debug ${item.label.replaceAll('${', '{')}`;
  return { type: debugType, request: 'launch', name, program, world: untouched(world), semantics, ...trigger };
}

/** A world as text in which VS Code finds no variable of its own, such as `${file}`. */
const untouched = (world: object) => JSON.stringify(world).replaceAll('$', '\\u0024');

interface SessionEnd {
  readonly promise: Promise<void>;
  dispose(): void;
}

/** The end of the session that `isMeant`, which ends with `token`. */
function sessionEnd(isMeant: (session: vscode.DebugSession) => boolean, token: vscode.CancellationToken): SessionEnd {
  let session: vscode.DebugSession | undefined;
  const stop = () => {
    if (session && token.isCancellationRequested) void vscode.debug.stopDebugging(session);
  };
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  const listening = vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession((started) => {
      if (!isMeant(started)) return;
      session = started;
      stop();
    }),
    vscode.debug.onDidTerminateDebugSession((ended) => {
      if (isMeant(ended)) end();
    }),
    token.onCancellationRequested(stop),
  );
  return { promise, dispose: () => listening.dispose() };
}
