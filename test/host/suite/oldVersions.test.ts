import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnosticsWith, hoverAt, open } from './support';

const scheme = 'old-version';
const wrong = '[ { "type": "tallk" } ]';

/** What comparisons show beside a file: a file system that takes no changes. */
const fileSystem: vscode.FileSystemProvider = {
  onDidChangeFile: () => new vscode.Disposable(() => undefined),
  watch: () => new vscode.Disposable(() => undefined),
  stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: wrong.length }),
  readDirectory: () => [],
  readFile: () => new TextEncoder().encode(wrong),
  createDirectory: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

suite('older versions of flows', () => {
  let registered: vscode.Disposable;
  suiteSetup(() => {
    registered = vscode.workspace.registerFileSystemProvider(scheme, fileSystem, { isReadonly: true });
  });
  suiteTeardown(() => registered.dispose());

  test('explain themselves, and add nothing to the list of problems', async () => {
    const old = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/menu.flow.json`));
    assert.equal(old.languageId, 'voipbin-flow');
    // The same text in a document that can be changed is reported after it.
    const { document } = await open(wrong);
    const found = await diagnosticsWith(document, 'unknown-type');
    assert.ok(found.some((diagnostic) => codeOf(diagnostic) === 'unknown-type'));
    assert.deepEqual(vscode.languages.getDiagnostics(old.uri), []);
    const editor = await vscode.window.showTextDocument(old);
    assert.match(await hoverAt(editor, new vscode.Position(0, 15)), /Write `talk`/);
  });
});
