import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Stops the language server, if it still runs, and starts a new one that is told of all open flows. */
export async function restartServer(client: BaseLanguageClient, log: vscode.LogOutputChannel): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
  log.info('The language server was restarted.');
  vscode.window.setStatusBarMessage('VoIPbin: language server restarted', 3000);
}
