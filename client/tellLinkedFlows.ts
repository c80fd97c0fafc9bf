import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type LinkedFlow, type LinkedFlows, linkedFlowsNotification } from '../server/protocol';
import type { Told } from './told';

/** `State.Running` of the language client, whose enum is not loaded here. */
const running = 2;

/** Tells the server which files stand for registered flows: whenever it starts, and when that changes. */
export function tellLinkedFlows(
  context: vscode.ExtensionContext,
  client: Pick<BaseLanguageClient, 'sendNotification' | 'onDidChangeState' | 'isRunning'>,
  registered: Told<readonly LinkedFlow[]>,
  log: Pick<vscode.LogOutputChannel, 'error'>,
): void {
  const send = () => {
    if (!client.isRunning()) return;
    const told: LinkedFlows = { flows: registered.current() };
    client
      .sendNotification(linkedFlowsNotification, told)
      .catch((error: unknown) => log.error(`telling the server of registered flows failed: ${String(error)}`));
  };
  context.subscriptions.push(
    client.onDidChangeState(({ newState }) => {
      if (newState === running) send();
    }),
  );
  registered.onTold(send);
}
