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

/** A file as Git has it. */
export interface CommittedFile {
  /** Where VS Code shows it. */
  readonly uri: vscode.Uri;
  /** Undefined where the last commit does not have it. */
  read(): Promise<string | undefined>;
  /** Something in the repository has changed. */
  readonly onDidChange: vscode.Event<void>;
}

/** A file as it was in the last commit; a sentence where Git cannot be asked. */
export async function committedFile(uri: vscode.Uri): Promise<CommittedFile | string> {
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
    uri: api.toGitUri(uri, 'HEAD'),
    onDidChange: repository.state.onDidChange,
    read: () =>
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
