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
    await becomesFlow(flow);
  });

  test('other JSON stays what it is, and so does everything when the setting is off', async () => {
    const other = await open('{ "name": "package", "type": "module" }', 'json');
    await settings().update('detectFlows', 'off', vscode.ConfigurationTarget.Workspace);
    const switchedOff = await open(flow.replace('Hi', 'Off'), 'json');
    await settings().update('detectFlows', 'auto', vscode.ConfigurationTarget.Workspace);
    // A flow that is detected after both proves that the two were looked at.
    await detectAnother('Last');
    assert.equal(other.document.languageId, 'json');
    assert.equal(switchedOff.document.languageId, 'json');
  });

  test('whoever picks JSON for a flow has JSON from then on, until the flow is wanted again', async () => {
    const content = flow.replace('Hi', 'Mine');
    await open(content, 'json');
    const document = await becomesFlow(content);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await detectAnother('picked');
    assert.equal(document.languageId, 'json');
    await vscode.languages.setTextDocumentLanguage(document, 'voipbin-flow');
    await detectAnother('wanted');
    assert.equal(document.languageId, 'voipbin-flow');
  });

  test('a file that is put back to JSON is JSON when it is opened again', async () => {
    const uri = await write('kept.json', flow);
    const document = await vscode.workspace.openTextDocument(uri);
    await becomesFlow(flow, uri);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
    await detectAnother('reopened');
    assert.equal(document.languageId, 'jsonc');
  });

  test('a JSON file that becomes a flow while it is written is one when it is saved', async () => {
    const uri = await write('grows.json', '{}');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, 0, 2), flow);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.languageId, 'json');
    await document.save();
    await becomesFlow(flow, uri);
  });
});

/** The document with a text, as soon as it is a flow. */
function becomesFlow(text: string, uri?: vscode.Uri): Promise<vscode.TextDocument> {
  return until(vscode.workspace.onDidOpenTextDocument, () =>
    vscode.workspace.textDocuments.find(
      (textDocument) =>
        textDocument.languageId === 'voipbin-flow' &&
        textDocument.getText() === text &&
        (!uri || textDocument.uri.toString() === uri.toString()),
    ),
  );
}

/** A flow that is detected after something proves that this was looked at. */
async function detectAnother(name: string): Promise<void> {
  const text = flow.replace('Hi', name);
  await open(text, 'json');
  await becomesFlow(text);
}

let written = 0;

/** A new file beside those of the workspace: the language that a first attempt picked for one is remembered. */
async function write(name: string, text: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, `${++written}-${name}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
