/** The language client on the desktop and in remote hosts: the server is a process of its own. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type NewLanguageClient, startLanguageClient } from '../language';
import type { Parts } from '../parts';

export const startLanguage: Parts['language']['startLanguage'] = (context, log, links) => {
  const module = context.asAbsolutePath('dist/server.js');
  const newClient: NewLanguageClient = (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  };
  return startLanguageClient(context, log, links, newClient);
};
