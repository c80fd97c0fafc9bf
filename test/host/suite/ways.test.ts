import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { codeOf, diagnosticsWith, hoverAt, open, placeCursor, until } from './support';

const menu = `{
  "actions": [
    { "type": "talk", "option": { "text": "Press 1.", "language": "en-US" } },
    { "type": "digits_receive", "option": { "duration": 3000, "length": 1 } },
    { "type": "branch", "option": { "target_ids": { "1": "a0000000-0000-4000-8000-000000000001" } } },
    { "id": "a0000000-0000-4000-8000-000000000001", "type": "hangup" }
  ]
}`;

suite('Ways of the flow', () => {
  test('are explored, played, and given up by the next edit', async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    const { ways, runs } = await (await extension.activate()).calls();
    const editor = await open(menu);
    await vscode.commands.executeCommand('voipbin.showWays');
    const state = ways.state();
    assert.ok(state.kind === 'found');
    assert.deepEqual(state.ways[0]?.found.ends.map(({ id }) => id).sort(), [
      'caller-hangs-up',
      'hangup@4',
      'stopped-invalid-action-id@3',
    ]);

    await vscode.commands.executeCommand('voipbin.playWay', { list: 0, end: 'hangup@4' });
    assert.deepEqual(
      runs.list()[0]?.trace.steps.map(({ type }) => type),
      ['talk', 'digits_receive', 'branch', 'hangup'],
    );

    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    assert.equal(ways.state().kind, 'old');
  });

  test('a finding about a way has a quick fix that plays the call', async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    const { runs } = await (await extension.activate()).calls();
    const { document } = await open(menu);
    const found = await diagnosticsWith(document, 'caller-dropped');
    const finding = found.find((diagnostic) => codeOf(diagnostic) === 'caller-dropped');
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const play = actions.find(({ title }) => title === 'Play this call in the Call view');
    assert.ok(play?.command);
    await vscode.commands.executeCommand(play.command.command, ...(play.command.arguments ?? []));
    assert.deepEqual(
      runs.list()[0]?.trace.steps.map(({ type }) => type),
      ['talk', 'digits_receive', 'branch'],
    );
  });

  test('the same call plays on the phone by itself, until a key takes it over', async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    const { phone, runs } = await (await extension.activate()).calls();
    const editor = await open(menu);
    placeCursor(editor, '"hangup');
    await vscode.commands.executeCommand('voipbin.playHereOnPhone');
    const changed: vscode.Event<unknown> = (listener) => new vscode.Disposable(phone.onChange(listener));
    const leg = await until(changed, () => phone.state.legs.find(({ pace }) => pace === 'plays'));
    assert.equal(phone.state.selected, leg.id);
    phone.take({ type: 'press', leg: leg.id, key: '9' });
    const now = () => phone.state.legs.find(({ id }) => id === leg.id);
    await until(changed, () => now()?.pace === 'taken');
    phone.take({ type: 'act', leg: leg.id, action: 'hangup' });
    await until(changed, () => now()?.state === 'over');
    assert.equal(runs.list()[0]?.phase, 'ended');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the hover of an action and of a case says what calls come there', async () => {
    const editor = await open(menu);
    placeCursor(editor, '"han');
    const hover = await hoverAt(editor);
    assert.match(hover, /\*\*Runs\*\* .+ after the start of the call, at most once/);
    assert.match(hover, /Shortest call: the.+presses.+1.+command:voipbin\.playHere\?/);
    placeCursor(editor, '"target_ids": { "1');
    assert.match(await hoverAt(editor), /Shortest call: /);
  });
});
