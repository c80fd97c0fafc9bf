import * as vscode from 'vscode';
import { isTestFileName, nodeAt, type ReadTestFile, readTestFile } from '../../flow';
import { filesOfTools, testFiles } from '../filePatterns';
import { requiredText } from '../savedText';
import { harmless } from '../ui/harmless';
import { rangeFinder } from './rangeFinder';

/** The files and cases as a tree of the Test Explorer. */
export interface TestTree {
  /** Finds the test files of the workspace, in slices. */
  discover(token?: vscode.CancellationToken): Promise<void>;
  /** Reads a file, and shows its cases. */
  read(item: vscode.TestItem): Promise<ReadTestFile | undefined>;
  /** The item of a test file, which is made where it is not there. */
  file(uri: vscode.Uri): vscode.TestItem;
  remove(uri: vscode.Uri): void;
  /** The position of a case in its file; undefined for a file. */
  caseOf(item: vscode.TestItem): number | undefined;
}

/** For so many ms files are added before VS Code gets its turn. */
const slice = 10;

/** A document that is a test file; the older text that a diff shows has its path, but nowhere to be written. */
export const isTestDocument = ({ uri }: vscode.TextDocument) => isTestFileName(uri.path) && isFile(uri);

const isFile = ({ scheme }: vscode.Uri) =>
  scheme === 'untitled' ||
  vscode.workspace.fs.isWritableFileSystem(scheme) === true ||
  (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme);

export function createTestTree(controller: vscode.TestController): TestTree {
  const cases = new WeakMap<vscode.TestItem, number>();

  const file = (uri: vscode.Uri) => {
    const known = controller.items.get(uri.toString());
    if (known) return known;
    const item = controller.createTestItem(
      uri.toString(),
      harmless(vscode.workspace.asRelativePath(uri), 'label'),
      uri,
    );
    item.canResolveChildren = true;
    controller.items.add(item);
    return item;
  };

  const read = async (item: vscode.TestItem) => {
    const { uri } = item;
    if (!uri) return undefined;
    let text: string;
    try {
      text = await requiredText(uri);
    } catch {
      controller.items.delete(item.id);
      return undefined;
    }
    const found = readTestFile(text);
    show(item, found, text);
    return found;
  };

  const show = (item: vscode.TestItem, { root, file: content, faults }: ReadTestFile, text: string) => {
    const rangeOf = rangeFinder(text);
    item.error = faults.length === 0 ? undefined : faults.map(({ message }) => harmless(message, 'tooltip')).join('\n');
    if (isWithoutCases(root)) item.children.replace([]);
    // While a file is being typed its cases stay as they were.
    if (!content || !root) return;
    const names = new Map<string, number>();
    const items = content.cases.map(({ name }, index) => {
      // A case keeps its result when another one is written before it; two of one name are told apart by their order.
      const nth = names.get(name) ?? 0;
      names.set(name, nth + 1);
      const id = JSON.stringify([item.id, name, nth]);
      const child = item.children.get(id) ?? controller.createTestItem(id, harmless(name, 'label'), item.uri);
      // From the line of its name, where VS Code puts its mark, to its end: a run at the cursor takes the case around the cursor.
      const whole = rangeOf(nodeAt(root, ['cases', index]));
      const nameLine = new vscode.Position(rangeOf(nodeAt(root, ['cases', index, 'name'])).start.line, 0);
      child.range = new vscode.Range(nameLine.isAfter(whole.start) ? nameLine : whole.start, whole.end);
      child.sortText = String(index).padStart(6, '0');
      cases.set(child, index);
      return child;
    });
    item.children.replace(items);
  };

  return {
    read,
    file,
    remove: (uri) => controller.items.delete(uri.toString()),
    caseOf: (item) => cases.get(item),
    async discover(token) {
      const uris = await vscode.workspace.findFiles(testFiles, filesOfTools, undefined, token);
      const found = new Set(uris.map((uri) => uri.toString()));
      controller.items.forEach(({ id, uri }) => {
        if (uri && vscode.workspace.getWorkspaceFolder(uri) && !found.has(id)) controller.items.delete(id);
      });
      let began = performance.now();
      for (const uri of uris) {
        if (token?.isCancellationRequested) return;
        file(uri);
        if (performance.now() - began < slice) continue;
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
    },
  };
}

function isWithoutCases(root: ReadTestFile['root']): boolean {
  const list = root && nodeAt(root, ['cases']);
  return list?.type === 'array' && list.key?.name === 'cases' && list.children.length === 0;
}

/** Follows test files as they are made, typed and removed. */
export function followTestFiles(tree: TestTree, log: vscode.LogOutputChannel): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const readSoon = (uri: vscode.Uri, after: number) => {
    const id = uri.toString();
    clearTimeout(timers.get(id));
    const reading = () => {
      timers.delete(id);
      tree.read(tree.file(uri)).catch((error: unknown) => log.error(`reading ${uri.path} failed`, String(error)));
    };
    timers.set(id, setTimeout(reading, after));
  };
  const look = (document: vscode.TextDocument, after: number) => {
    if (isTestDocument(document)) readSoon(document.uri, after);
  };
  for (const document of vscode.workspace.textDocuments) look(document, 0);
  const watcher = vscode.workspace.createFileSystemWatcher(testFiles);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => tree.file(uri)),
    watcher.onDidChange((uri) => readSoon(uri, 0)),
    watcher.onDidDelete((uri) => tree.remove(uri)),
    vscode.workspace.onDidOpenTextDocument((document) => look(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document, 200)),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}
