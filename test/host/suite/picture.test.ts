import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Pictures } from '../../../client/picture/startPicture';
import { eventually, open } from './support';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const flow = JSON.stringify(
  { actions: [{ id: A, type: 'talk', option: { text: 'Hello', language: 'en-US' } }, { type: 'hangup' }] },
  null,
  2,
);

const three = JSON.stringify(
  {
    actions: [
      { id: A, type: 'talk', option: { text: 'Hello', language: 'en-US' } },
      { type: 'beep' },
      { type: 'hangup' },
    ],
  },
  null,
  2,
);

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

suite('the picture', function () {
  this.timeout(60_000);
  let pictures: Pictures;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    pictures = await (await extension.activate()).picture();
  });
  // Each attempt has the columns for itself. A page that another tab covers before it is loaded may never load.
  setup(closeAll);
  suiteTeardown(closeAll);

  /** The picture beside a flow, as soon as its page has asked for it. */
  async function shown(text: string) {
    const { document } = await open(text);
    await vscode.commands.executeCommand('voipbin.showPicture', document.uri);
    const picture = await eventually(() => pictures.find(document.uri.toString()));
    await eventually(() => picture.latest());
    return { document, picture };
  }
  const titlesOf = (latest: { picture: { nodes: readonly { title: string }[] } } | undefined) =>
    latest?.picture.nodes.map(({ title }) => title);

  test('stands beside the text, which keeps the cursor, and is drawn from it', async () => {
    const { document, picture } = await shown(flow);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.deepEqual(titlesOf(picture.latest()), ['Start', 'talk', 'hangup', 'hangs up']);
  });

  test('an edit of the picture is one edit of the text, and one undo takes it back', async () => {
    const { document, picture } = await shown(flow);
    await picture.take({ type: 'edit', change: { edit: 'duplicate', node: `0 ${A}` } });
    await eventually(() => titlesOf(picture.latest())?.join() === 'Start,talk,talk,hangup,hangs up');
    assert.equal(JSON.parse(document.getText()).actions.length, 3);
    await picture.take({ type: 'undo' });
    await eventually(() => document.getText() === flow);
    await eventually(() => titlesOf(picture.latest())?.join() === 'Start,talk,hangup,hangs up');
  });

  test('an action is moved onto an arrow, and stays chosen', async () => {
    const { document, picture } = await shown(three);
    await picture.take({ type: 'edit', change: { edit: 'moveOnto', node: `0 ${A}`, edge: '0 beep #1 next' } });
    await eventually(() => titlesOf(picture.latest())?.join() === 'Start,beep,talk,hangup,hangs up');
    assert.equal(picture.latest()?.select, `0 ${A}`);
    await picture.take({ type: 'undo' });
    await eventually(() => document.getText() === three);
  });

  test('the list of what can be added is that of completion, and adds what is chosen', async () => {
    const { document, picture } = await shown(flow);
    const added = picture.take({ type: 'edit', change: { edit: 'add', edge: `0 ${A} next` } });
    // The list has the focus as soon as it is there.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return JSON.parse(document.getText()).actions.length === 3;
    });
    await added;
    await eventually(() => picture.latest()?.picture.nodes.length === 5);
  });

  test('an action is added where it was asked for, if the text changes while the list is open', async () => {
    const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
    const two = [{ type: 'answer' }, talk('First'), talk('Second'), { type: 'hangup' }];
    const { document, picture } = await shown(JSON.stringify({ actions: two }, null, 2));
    let isChanged = false;
    // The list is filled from completion, so it is being asked for when this is called.
    const meanwhile = vscode.languages.registerCompletionItemProvider(document.languageId, {
      async provideCompletionItems() {
        if (isChanged) return [];
        isChanged = true;
        const edit = new vscode.WorkspaceEdit();
        const at = document.positionAt(document.getText().indexOf('{', document.getText().indexOf('answer')));
        edit.insert(document.uri, at, `${JSON.stringify(talk('New'))}, `);
        await vscode.workspace.applyEdit(edit);
        return [];
      },
    });
    const actions = () => JSON.parse(document.getText()).actions as (ReturnType<typeof talk> | { type: string })[];
    try {
      const added = picture.take({ type: 'edit', change: { edit: 'addAfter', node: '0 talk #2' } });
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return actions().length === 6;
      });
      await added;
    } finally {
      meanwhile.dispose();
    }
    const texts = actions().map((action) => ('option' in action ? action.option?.text : action.type));
    assert.equal(texts.indexOf('New'), 1);
    assert.equal(texts.indexOf('Second'), 3);
    assert.deepEqual(actions()[5], { type: 'hangup' }, 'the new action is right behind Second');
  });

  test('a finding is mended from the picture, as from the text', async () => {
    const { document, picture } = await shown('{"actions": [{"type": "tlak"}]}');
    const bad = await eventually(() => picture.latest()?.picture.nodes.find(({ badges }) => badges.length > 0));
    const message = bad.badges[0]?.message ?? '';
    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 23, 0, 29),
      vscode.CodeActionKind.QuickFix.value,
    );
    const title = fix?.title ?? '';
    await picture.take({ type: 'fix', key: bad.key, message, title });
    await eventually(() => document.getText() === '{"actions": [{"type": "talk"}]}');
  });

  test('an action that is chosen is selected in the text', async () => {
    const { document, picture } = await shown(flow);
    await picture.take({ type: 'select', key: `0 ${A}` });
    const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
    assert.match(document.getText(editor?.selection), /^\{\s*"id": "aaaaaaaa/);
  });

  test('a form that is open is about the action at the cursor, and one that was closed stays closed', async () => {
    const { document, picture } = await shown(flow);
    const editor = await eventually(() => vscode.window.visibleTextEditors.find((one) => one.document === document));
    const goTo = (word: string) => {
      const at = document.positionAt(document.getText().indexOf(word));
      editor.selection = new vscode.Selection(at, at);
    };
    await picture.take({ type: 'select', key: `0 ${A}` });
    assert.equal(picture.latestForm()?.key, `0 ${A}`);
    goTo('hangup');
    await eventually(() => picture.latestForm()?.key === '0 hangup #1');
    await picture.take({ type: 'selectNothing' });
    goTo('talk');
    await picture.take({ type: 'edit', change: { edit: 'duplicate', node: `0 ${A}` } });
    await eventually(() => titlesOf(picture.latest())?.join() === 'Start,talk,talk,hangup,hangs up');
    assert.equal(picture.latestForm(), undefined);
  });

  test('stands beside the text also where both were opened in one place', async () => {
    const { document } = await open(flow);
    await vscode.commands.executeCommand('voipbin.showPicture', document.uri);
    await eventually(() => pictures.find(document.uri.toString()));
    const groupOf = (label: RegExp) =>
      vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => label.test(tab.label) && tab.isActive));
    const there = await eventually(() => groupOf(/^Picture of/)?.viewColumn);
    await vscode.window.showTextDocument(document, there);
    // The other way round the picture would cover the text as soon as that is there.
    const other = (await open(three)).document;
    await vscode.window.showTextDocument(other, there);
    await vscode.window.showTextDocument(document, there);
    await vscode.commands.executeCommand('voipbin.showPicture', document.uri);
    await eventually(() => groupOf(/^Picture of/) !== undefined);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document, document);
    assert.equal(active.viewColumn, there);
    assert.notEqual(groupOf(/^Picture of/)?.viewColumn, there);
  });

  test('of a text that cannot be read the picture stays, until it can', async () => {
    const { document, picture } = await shown(flow);
    const replace = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
    };
    await replace('?');
    await eventually(() => (picture.latest()?.stale ?? '') !== '');
    assert.deepEqual(titlesOf(picture.latest()), ['Start', 'talk', 'hangup', 'hangs up']);
    await replace(flow);
    await eventually(() => picture.latest()?.stale === '');
  });

  test('a file that the settings make read-only is shown, and not edited', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voipbin-flow-read-only-'));
    const file = vscode.Uri.file(join(folder, 'read-only.flow.json'));
    await vscode.workspace.fs.writeFile(file, Buffer.from(flow));
    const files = vscode.workspace.getConfiguration('files');
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('voipbin.showPicture', file);
      const picture = await eventually(() => pictures.find(file.toString()));
      await eventually(() => picture.latest()?.isReadOnly === false);
      await files.update('readonlyInclude', { '**/read-only.flow.json': true }, true);
      await eventually(() => picture.latest()?.isReadOnly);
      await picture.take({ type: 'edit', change: { edit: 'delete', node: `0 ${A}` } });
      assert.equal(document.getText(), flow);
      await files.update('readonlyExclude', { '**/read-only.*': true }, true);
      await eventually(() => picture.latest()?.isReadOnly === false);
    } finally {
      await files.update('readonlyInclude', undefined, true);
      await files.update('readonlyExclude', undefined, true);
      await rm(folder, { recursive: true });
    }
  });

  test('two pictures of a file and its text never disagree, and each undoes what the other did', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'twice.flow.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(flow));
    // Three columns, so that nothing covers one of the three.
    const { document } = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('voipbin.showPicture', uri);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'voipbin.pictureEditor', vscode.ViewColumn.Three);
    const both = await eventually(() => {
      const all = pictures.findAll(uri.toString());
      return all.length === 2 && all.every((picture) => picture.latest()) && all;
    });
    const show = (titles: string) =>
      eventually(() => both.every((picture) => titlesOf(picture.latest())?.join() === titles));
    await show('Start,talk,hangup,hangs up');
    const [beside, own] = both;
    await beside?.take({ type: 'edit', change: { edit: 'duplicate', node: `0 ${A}` } });
    await show('Start,talk,talk,hangup,hangs up');
    await own?.take({ type: 'edit', change: { edit: 'delete', node: '0 hangup #1' } });
    await show('Start,talk,talk,ends');
    await beside?.take({ type: 'undo' });
    await show('Start,talk,talk,hangup,hangs up');
    await own?.take({ type: 'undo' });
    await show('Start,talk,hangup,hangs up');
    assert.equal(document.getText(), flow);
    await document.save();
  });

  test('a large flow is laid out beside the extension, and of several edits the last one is shown', async () => {
    const actions = Array.from({ length: 800 }, (_, at) => ({ type: 'talk', option: { text: `Number ${at}` } }));
    const { document, picture } = await shown(JSON.stringify(actions));
    assert.equal(picture.latest()?.picture.nodes.length, 802);
    for (const type of ['beep', 'answer', 'stop']) {
      const edit = new vscode.WorkspaceEdit();
      const text = document.getText();
      const start = text.indexOf('"type":"') + 8;
      const end = text.indexOf('"', start);
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), type);
      await vscode.workspace.applyEdit(edit);
    }
    await eventually(() => picture.latest()?.picture.nodes[1]?.title === 'stop');
    await picture.take({ type: 'edit', change: { edit: 'delete', node: '0 stop #1' } });
    await eventually(() => picture.latest()?.picture.nodes.length === 801);
  });

  test('the surroundings of an action are peeked at from the text, until the cursor moves', async () => {
    const editor = await open(flow);
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('"talk"'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('voipbin.peekPicture');
    const isPeeked = async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content as vscode.MarkdownString).value);
      return texts.some((text) => text.includes('data:image/svg+xml;base64,'));
    };
    assert.equal(await isPeeked(), true);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await eventually(async () => !(await isPeeked()));
  });

  test('findings of the text are badges', async () => {
    const { picture } = await shown('{"actions": [{"type": "tlak"}]}');
    await eventually(() => picture.latest()?.picture.nodes.some(({ badges }) => badges.length > 0));
  });
});
