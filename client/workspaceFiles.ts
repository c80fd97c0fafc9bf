import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isFlowFileName, testNamesFor } from '../flow';
import {
  type FileKind,
  type FileText,
  fileRequest,
  listFilesRequest,
  readFileRequest,
  type WorkspaceFileText,
} from '../server/protocol';
import { flowAndTestFiles, flowFiles, testFiles } from './filePatterns';
import { ignoredFiles } from './ignoredFiles';
import { onRunning } from './onRunning';
import { rememberLists } from './rememberedLists';
import { savedText } from './savedText';
import { settingsFor, settingsSection } from './settings';
import { createWorkspaceChecks, maxFiles } from './workspaceChecks';

const ignoreFiles = '**/.gitignore';
const maxIgnoreFiles = 200;
/** In ms: files come in crowds, when a branch is switched for one. */
const quiet = 300;

/**
 * Tells the server of the flow files and test files that are not open, and has it show their findings, as long as `voipbin.checkWorkspace` wants them. It ends with the
 * context.
 */
export function tellWorkspaceFiles(
  context: vscode.ExtensionContext,
  client: Pick<BaseLanguageClient, 'sendRequest' | 'onDidChangeState'>,
  log: Pick<vscode.LogOutputChannel, 'info' | 'error'>,
): void {
  const isWanted = () => settingsFor().get('checkWorkspace') !== false;
  const checks = createWorkspaceChecks({
    list: (most, isCancelled) => listFiles(flowAndTestFiles, most, isCancelled),
    read,
    isOpen: (uri) => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri),
    check: (uri, text) => {
      const unchecked = isWanted() ? {} : { unchecked: true as const };
      const params: WorkspaceFileText = text === undefined ? { uri } : { uri, text, ...unchecked };
      return client.sendRequest(fileRequest, params);
    },
    done: (count) => log.info(`read the workspace: ${count} ${count === 1 ? 'file' : 'files'}`),
  });
  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.error(`reading the workspace failed: ${String(error)}`));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checkAllSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => guarded(checks.checkAll()), quiet);
  };
  const checkFile = ({ uri }: { readonly uri: vscode.Uri }) => {
    guarded(checks.checkFile(uri.toString()));
    // What a flow has decides about the test file beside it.
    const beside = isFlowFileName(uri.path) ? testNamesFor(uri.path) : [];
    for (const path of beside) guarded(checks.checkFile(uri.with({ path }).toString()));
  };
  const flows = vscode.workspace.createFileSystemWatcher(flowAndTestFiles);
  context.subscriptions.push(
    flows,
    onOtherFolders(checkAllSoon),
    flows.onDidCreate(checkAllSoon),
    flows.onDidChange((uri) => checkFile({ uri })),
    flows.onDidDelete((uri) => guarded(checks.forget(uri.toString()))),
    vscode.workspace.onDidCloseTextDocument(checkFile),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) checkAllSoon();
    }),
    onRunning(client, checkAllSoon),
    { dispose: () => clearTimeout(timer) },
  );
  checkAllSoon();
}

/** Answers a server that asks for files that are not open. It asks for lists with each light bulb. */
export function answerFiles(client: Pick<BaseLanguageClient, 'onRequest'>): vscode.Disposable {
  const lists = rememberLists((kind: FileKind) =>
    listFiles(kind === 'test' ? testFiles : flowFiles, maxFiles, () => false),
  );
  const flows = vscode.workspace.createFileSystemWatcher(flowAndTestFiles, false, true, false);
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: { readonly uri: string }) => readSaved(uri)),
    client.onRequest(listFilesRequest, ({ kind }: { readonly kind: FileKind }) => lists.list(kind)),
    flows,
    onOtherFolders(lists.forget),
    flows.onDidCreate(lists.forget),
    flows.onDidDelete(lists.forget),
  );
}

/** Tells when other folders are looked through, or other files in them are left out. */
function onOtherFolders(changed: () => void): vscode.Disposable {
  const ignores = vscode.workspace.createFileSystemWatcher(ignoreFiles);
  return vscode.Disposable.from(
    ignores,
    ignores.onDidCreate(changed),
    ignores.onDidChange(changed),
    ignores.onDidDelete(changed),
    vscode.workspace.onDidChangeWorkspaceFolders(changed),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('files.exclude')) changed();
    }),
  );
}

/** The files of a pattern in all folders but those that `files.exclude`, a `.gitignore` or `node_modules` leave out. */
async function listFiles(pattern: string, most: number, isCancelled: () => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const within = (pattern: string) => new vscode.RelativePattern(folder, pattern);
    // Before what leaves them out: a file that was written after its `.gitignore` is never found without it.
    const uris = await vscode.workspace.findFiles(within(pattern), undefined, most);
    const ignores = await vscode.workspace.findFiles(within(ignoreFiles), undefined, maxIgnoreFiles);
    if (isCancelled()) return [];
    const pathOf = ({ path }: vscode.Uri) => path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
    const isIgnored = ignoredFiles(
      await Promise.all(
        ignores.map(async (uri) => ({
          folder: pathOf(uri).split('/').slice(0, -1).join('/'),
          text: (await read(uri.toString())) ?? '',
        })),
      ),
    );
    for (const uri of uris) if (!isIgnored(pathOf(uri)) && found.length < most) found.push(uri.toString());
  }
  return found;
}

async function read(address: string): Promise<string | undefined> {
  const text = await readSaved(address);
  return typeof text === 'string' ? text : undefined;
}

/** Null for a file that went away since it was listed. */
const readSaved = (address: string): Promise<FileText> => savedText(vscode.Uri.parse(address)).catch(() => null);
