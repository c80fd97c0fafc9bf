import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { LivePhone } from '../../../client/phone/createPhone';
import type { FromPage } from '../../../client/phone/phoneProtocol';
import { open, until } from './support';

const flow = JSON.stringify({
  actions: [
    { type: 'talk', option: { text: 'Press a key.', language: 'en-US' } },
    { type: 'digits_receive', option: { duration: 20_000, length: 1 } },
    { type: 'talk', option: { text: 'Thank you.', language: 'en-US' } },
  ],
});

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('voipbin.phone'));
const closeTabs = async () => void (await vscode.window.tabGroups.close(tabs()));

suite('the phone', () => {
  let phone: LivePhone;
  /** What the page in the webview said. */
  const said: FromPage[] = [];
  const heard = new vscode.EventEmitter<FromPage>();
  let restore = () => {};

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    ({ phone } = await (await extension.activate()).calls());
    const { take } = phone;
    phone.take = (message) => {
      take(message);
      said.push(message);
      heard.fire(message);
    };
    restore = () => {
      phone.take = take;
    };
  });
  setup(async () => {
    await closeTabs();
    said.length = 0;
  });
  suiteTeardown(async () => {
    restore();
    await closeTabs();
  });

  const changed: vscode.Event<unknown> = (listener) => new vscode.Disposable(phone.onChange(listener));
  const show = (options?: { preserveFocus: boolean }) => vscode.commands.executeCommand('voipbin.showPhone', options);
  const ready = () => until(heard.event, () => said.some(({ type }) => type === 'ready'));

  test('stands beside the editor, and its page comes alive', async () => {
    const editor = await open(flow);
    await show({ preserveFocus: true });
    await ready();
    const [tab, ...more] = tabs();
    assert.deepEqual([tab?.label, more], ['Phone', []]);
    assert.notEqual(tab?.group.viewColumn, editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  test('leaves the larger part of the window to a flow that has it alone', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await open(flow);
    await show({ preserveFocus: true });
    await ready();
    const { groups } = await vscode.commands.executeCommand<{ readonly groups: readonly { readonly size: number }[] }>(
      'vscode.getEditorLayout',
    );
    const [ofFlow, ofPhone, ...more] = groups;
    assert.ok(ofFlow && ofPhone && more.length === 0);
    assert.ok(ofFlow.size > ofPhone.size * 1.3, `${ofFlow.size} and ${ofPhone.size}`);
  });

  test('has a group of its own, that no file opens in', async () => {
    const { document } = await open(flow);
    const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'notes' });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Two);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await show();
    await ready();
    const group = () => tabs()[0]?.group;
    assert.equal(group()?.tabs.length, 1, 'the file in the second group stays in sight');
    // The phone has the focus: what is opened now would come into its group, if that were not locked.
    const third = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'more' });
    await vscode.window.showTextDocument(third);
    assert.equal(group()?.tabs.length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('Run Call from elsewhere brings the file into sight, and the phone says which one runs', async () => {
    const { document } = await open(flow);
    await open('notes', 'plaintext');
    assert.ok(!vscode.window.visibleTextEditors.some((editor) => editor.document === document));
    await vscode.commands.executeCommand('voipbin.runCall', document.uri.toString());
    assert.ok(vscode.window.visibleTextEditors.some((editor) => editor.document === document));
    const leg = await until(changed, () => phone.state.legs.find(({ file }) => file !== undefined));
    assert.equal(leg.file, document.uri.path);
    phone.take({ type: 'act', leg: leg.id, action: 'decline' });
    await until(changed, () => phone.state.legs.every(({ state }) => state === 'over'));
  });

  test('is there once, however often it is asked for', async () => {
    await open(flow);
    await show();
    await ready();
    await show();
    await show({ preserveFocus: true });
    assert.equal(tabs().length, 1);
  });

  test('a page that was hidden or closed is drawn anew', async () => {
    const { document } = await open(flow);
    await show();
    await ready();
    const column = tabs()[0]?.group.viewColumn;
    said.length = 0;
    await vscode.window.showTextDocument(document, { ...(column ? { viewColumn: column } : {}) });
    await show();
    await ready();
    await closeTabs();
    said.length = 0;
    await show();
    await ready();
  });

  test('rings for a call of the flow beside it, and takes it to its end', async () => {
    const { document } = await open(flow);
    await show();
    await ready();
    phone.take({ type: 'speed', speed: 'fast' });
    // As the page does: the webview is in front, so that VS Code knows of no active editor.
    phone.take({ type: 'runCall' });
    const leg = await until(changed, () => phone.state.legs.find(({ state }) => state === 'ringing'));
    assert.equal(phone.state.selected, leg.id);
    assert.ok(!document.isClosed);
    phone.take({ type: 'act', leg: leg.id, action: 'answer' });
    await until(changed, () => phone.state.legs.some(({ wait }) => wait?.for === 'digits'));
    phone.take({ type: 'press', leg: leg.id, key: '4' });
    const over = await until(changed, () => phone.state.legs.find(({ state }) => state === 'over'));
    const texts = over.lines.map((line) => (line.kind === 'said' ? line.text : line.kind === 'keys' ? line.keys : ''));
    assert.deepEqual(texts, ['Press a key.', '4', 'Thank you.']);
    phone.take({ type: 'speed', speed: 'real' });
  });
});
