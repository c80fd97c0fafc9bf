import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type LinkedFlow, type LinkedFlows, linkedFlowsNotification } from '../server/protocol';
import { onRunning } from './onRunning';
import type { Told } from './told';

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
  context.subscriptions.push(onRunning(client, send));
  registered.onTold(send);
}
