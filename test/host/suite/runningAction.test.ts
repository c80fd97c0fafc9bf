import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { open, until } from './support';

suite('the running action in the editor', () => {
  let calls: Awaited<ReturnType<Activated['calls']>>;
  let stopActing = () => {};

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    calls = await (await extension.activate()).calls();
    // Time runs as fast as it can, but for keys.
    calls.phone.take({ type: 'speed', speed: 'fast' });
  });
  suiteTeardown(() => {
    stopActing();
    calls.phone.take({ type: 'speed', speed: 'real' });
  });
  setup(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** What the person on the phone does when it rings. */
  function onRinging(acts: (leg: string) => void): void {
    stopActing();
    stopActing = calls.local.sandbox.phone.subscribe((event) => {
      if (event.type === 'leg' && event.leg.status === 'ringing') queueMicrotask(() => acts(event.leg.id));
    });
  }

  /** Resolves when every run has ended. */
  async function areOver(): Promise<void> {
    while (calls.runs.list().some(({ phase }) => phase !== 'ended')) {
      await new Promise<void>((resolve) => {
        const stop = calls.runs.onChange(() => {
          stop();
          resolve();
        });
      });
    }
  }

  test('a nested action that begins comes into view, also while other calls of the flow run further down', async () => {
    const asks = { type: 'digits_receive', option: { duration: 60_000, length: 1 } };
    const source = { type: 'tel', target: '+15550101000' };
    const places = (target: string) => {
      return { type: 'call', option: { source, destinations: [{ type: 'tel', target }], actions: [asks] } };
    };
    const between = Array.from({ length: 20 }, () => ({ type: 'sleep', option: { duration: 1 } }));
    const actions = [places('+15550101011'), ...between, places('+15550101012'), ...between, asks];
    const { document } = await open(JSON.stringify({ actions }, undefined, 2));
    const [first = 0, second = 0, last = 0] = [...document.getText().matchAll(/digits_receive/g)].map(
      ({ index }) => document.positionAt(index).line,
    );
    const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
    assert.ok(editor);
    const sees = (line: number) =>
      editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    const inView = (line: number) => until(vscode.window.onDidChangeTextEditorVisibleRanges, () => sees(line));
    const { phone } = calls.local.sandbox;
    const ringing: string[] = [];
    onRinging((id) => ringing.push(id) === 1 && phone.answer(id));
    // The phone has the focus: nothing scrolls an editor in which the user works.
    await vscode.commands.executeCommand('voipbin.showPhone');
    await vscode.commands.executeCommand('voipbin.runCall', document.uri.toString());
    await inView(last);
    assert.equal(ringing.length, 3);
    const [, ofFirst = '', ofSecond = ''] = ringing;
    phone.answer(ofSecond);
    await inView(second);
    assert.ok(!sees(first) && !sees(last));
    phone.answer(ofFirst);
    await inView(first);
    for (const id of ringing) phone.hangup(id);
    await areOver();
  });

  test('the running action comes into view in every call, also while VS Code counts the flow as the active editor', async () => {
    const asks = { type: 'digits_receive', option: { duration: 60_000, length: 1 } };
    const before = Array.from({ length: 40 }, () => ({ type: 'sleep', option: { duration: 1 } }));
    const { document } = await open(JSON.stringify({ actions: [...before, asks] }, undefined, 2));
    const { line } = document.positionAt(document.getText().indexOf(asks.type));
    const { phone } = calls.local.sandbox;
    onRinging((id) => phone.answer(id));
    // The first call makes the phone, the second shows the one that is there.
    for (const _call of [1, 2]) {
      const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
      const isSeen = () => editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
      await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => !isSeen());
      await vscode.commands.executeCommand('voipbin.runCall', document.uri.toString());
      await until(vscode.window.onDidChangeTextEditorVisibleRanges, isSeen);
      for (const { id } of phone.legs) phone.hangup(id);
      await areOver();
    }
  });
});
