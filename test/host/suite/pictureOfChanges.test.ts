import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Pictures } from '../../../client/picture/startPicture';
import { eventually, open } from './support';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const flowOf = (...actions: object[]) => `${JSON.stringify({ actions }, null, 2)}\n`;
const hello = { type: 'talk', id: A, option: { text: 'Hello', language: 'en-US' } };
const before = flowOf(hello, { type: 'hangup' });
const after = flowOf(
  { ...hello, option: { text: 'Good day', language: 'en-US' } },
  { type: 'beep' },
  { type: 'hangup' },
);

suite('the picture of changes', function () {
  this.timeout(60_000);
  let pictures: Pictures;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    pictures = await (await extension.activate()).picture();
  });
  setup(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
  });

  /** What became of the actions, as soon as it is shown. */
  const shown = async (uri: vscode.Uri) => {
    const changes = await eventually(() => pictures.changes.find(uri.toString()));
    const { lights } = await eventually(() => changes.latest());
    return { changes, note: lights.note, texts: Object.values(lights.nodes).map(({ text }) => text) };
  };

  test('compares the two sides of a diff editor, and follows edits', async () => {
    const left = (await open(before)).document;
    const right = (await open(after)).document;
    await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, 'two flows');
    await eventually(() => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
    await vscode.commands.executeCommand('voipbin.showPictureOfChanges');
    const { changes, note, texts } = await shown(right.uri);
    assert.equal(note, 'Compared with the left side: 1 added, 1 changed.');
    assert.deepEqual(texts, ['changed: text', 'added']);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(right.uri, new vscode.Range(0, 0, right.lineCount, 0), before);
    await vscode.workspace.applyEdit(edit);
    await eventually(() => changes.latest()?.lights.note === 'No action differs from the left side.');
  });

  test('compares a file with the last commit, and a new file with nothing', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'committed.flow.json');
    const fresh = vscode.Uri.joinPath(folder, 'fresh.flow.json');
    const write = (to: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.fsPath });
    await write(uri, before);
    await write(fresh, before);
    git('init', '--quiet');
    git('add', 'committed.flow.json');
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
    // A second attempt has nothing new to commit.
    git(...author, 'commit', '--allow-empty', '--quiet', '--message', 'A flow');
    await write(uri, after);
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Workspace);
    await eventually(async () => {
      await vscode.commands.executeCommand('voipbin.showPictureOfChanges', uri);
      return pictures.changes.find(uri.toString());
    });
    const { note, texts } = await shown(uri);
    assert.equal(note, 'Compared with the last commit: 1 added, 1 changed.');
    assert.deepEqual(texts, ['changed: text', 'added']);
    // As Source Control hands over its row.
    await vscode.commands.executeCommand('voipbin.showPictureOfChanges', { resourceUri: fresh });
    assert.equal((await shown(fresh)).note, 'The flow is new: the last commit does not have it.');
  });

  test('what Git has is shown, and cannot be edited', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'committed.flow.json');
    const committed = uri.with({ scheme: 'git', query: JSON.stringify({ path: uri.fsPath, ref: 'HEAD' }) });
    await vscode.commands.executeCommand('voipbin.showPicture', committed);
    const picture = await eventually(() => pictures.find(committed.toString()));
    const latest = await eventually(() => picture.latest());
    assert.equal(latest.isReadOnly, true);
    assert.ok(latest.picture.nodes.some(({ title }) => title === 'talk'));
  });
});
