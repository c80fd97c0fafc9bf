import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** `State.Running` of the language client, whose enum is not loaded here. */
const running = 2;

/** Calls whenever the language server has started. */
export const onRunning = (client: Pick<BaseLanguageClient, 'onDidChangeState'>, run: () => void): vscode.Disposable =>
  client.onDidChangeState(({ newState }) => {
    if (newState === running) run();
  });
