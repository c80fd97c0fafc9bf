/** The extension on the desktop and in remote hosts: the server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from '../start';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  await start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      id,
      name,
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      options,
    );
  });
}
