/** The extension on the desktop and in remote hosts: the server is a process of its own. */
import { type ExtensionContext, ExtensionMode } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type NewLanguageClient, start } from '../start';
import { nodeNetwork } from './network';

/** What it gives is for the tests in VS Code only. */
export async function activate(context: ExtensionContext): Promise<Awaited<ReturnType<typeof start>> | undefined> {
  const module = context.asAbsolutePath('dist/server.js');
  const newClient: NewLanguageClient = (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  };
  const calls = await start(context, newClient, nodeNetwork);
  return context.extensionMode === ExtensionMode.Test ? calls : undefined;
}
