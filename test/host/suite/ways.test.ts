import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { codeOf, diagnosticsWith, open } from './support';

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
      'hangup@3',
      'stopped-invalid-action-id@2',
    ]);

    await vscode.commands.executeCommand('voipbin.playWay', { list: 0, end: 'hangup@3' });
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
    const finding = found.find((one) => codeOf(one) === 'caller-dropped');
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const play = actions.find(({ title }) => title === 'Play this call');
    assert.ok(play?.command);
    await vscode.commands.executeCommand(play.command.command, ...(play.command.arguments ?? []));
    assert.deepEqual(
      runs.list()[0]?.trace.steps.map(({ type }) => type),
      ['talk', 'digits_receive', 'branch'],
    );
  });
});
