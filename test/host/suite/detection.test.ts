import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { open, until } from './support';

const flow =
  '{ "actions": [ { "type": "answer" }, { "type": "talk", "option": { "text": "Hi", "language": "en-US" } } ] }';
const settings = () => vscode.workspace.getConfiguration('voipbin');

suite('detection of flows in JSON files', () => {
  teardown(() => settings().update('detectFlows', undefined, vscode.ConfigurationTarget.Workspace));

  test('a JSON document whose content is a flow becomes one', async () => {
    await open(flow, 'json');
    await until(vscode.workspace.onDidOpenTextDocument, () =>
      vscode.workspace.textDocuments.some((one) => one.languageId === 'voipbin-flow' && one.getText() === flow),
    );
  });

  test('other JSON stays what it is, and so does everything when the setting is off', async () => {
    const other = await open('{ "name": "package", "type": "module" }', 'json');
    await settings().update('detectFlows', 'off', vscode.ConfigurationTarget.Workspace);
    const switchedOff = await open(flow.replace('Hi', 'Off'), 'json');
    await settings().update('detectFlows', 'auto', vscode.ConfigurationTarget.Workspace);
    // A flow that is detected after both proves that the two were looked at.
    const last = flow.replace('Hi', 'Last');
    await open(last, 'json');
    await until(vscode.workspace.onDidOpenTextDocument, () =>
      vscode.workspace.textDocuments.some((one) => one.languageId === 'voipbin-flow' && one.getText() === last),
    );
    assert.equal(other.document.languageId, 'json');
    assert.equal(switchedOff.document.languageId, 'json');
  });
});
