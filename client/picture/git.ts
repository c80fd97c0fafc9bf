import * as vscode from 'vscode';
import { fileName } from '../ui/fileName';

/** The used part of the API of VS Code's Git extension, version 1. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}
interface Repository {
  readonly state: { readonly onDidChange: vscode.Event<void> };
  show(ref: string, path: string): Promise<string>;
}

/** An earlier version of a flow. */
export interface EarlierVersion {
  /** Where it is shown. */
  readonly beforeUri: vscode.Uri;
  /** Undefined: the flow is new. */
  before(): Promise<string | undefined>;
  /** It may have changed. */
  readonly onDidChange: vscode.Event<unknown> | undefined;
}

/** A file as it was in the last commit; a sentence where Git cannot be asked. */
export async function committedFile(uri: vscode.Uri): Promise<EarlierVersion | string> {
  const name = fileName(uri);
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return 'VS Code has no Git here, so there is nothing to compare the flow with.';
  const git = await extension.activate();
  if (!git.enabled)
    return 'Git is turned off in VS Code. Turn on the setting git.enabled to compare a flow with the last commit.';
  const api = git.getAPI(1);
  await begun(api);
  const repository = api.getRepository(uri);
  if (!repository) return `${name} is not in a Git repository that VS Code has open.`;
  return {
    beforeUri: api.toGitUri(uri, 'HEAD'),
    onDidChange: repository.state.onDidChange,
    before: () =>
      repository.show('HEAD', uri.fsPath).then(
        (text) => text,
        // A new file, or a repository without commits.
        () => undefined,
      ),
  };
}

/** Git looks for repositories after it has started. */
async function begun(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return;
  await new Promise<void>((resolve) => {
    const listening = api.onDidChangeState(() => {
      if (api.state !== 'initialized') return;
      listening.dispose();
      resolve();
    });
  });
}
