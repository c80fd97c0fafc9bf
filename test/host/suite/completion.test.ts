import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import { completionsAt, labelOf, open, until } from './support';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const inTalk = (option: string) => `[ { "type": "talk", "option": { ${option} } } ]`;

// Each kind of completion: where the cursor stands, a label that has to be there, and one that must not.
const kinds: readonly (readonly [title: string, marked: string, offered: string, other?: string])[] = [
  ['types of actions', '{ "actions": [ { "type": "|" } ] }', 'digits_receive'],
  ['whole documents in an empty file', '|', 'flow'],
  ['actions in an empty array', '{ "actions": [ | ] }', 'answer'],
  ['actions between two others', '[ { "type": "answer" }, | { "type": "hangup" } ]', 'talk'],
  ['options that are missing', inTalk('"text": "Hi", "|"'), 'language', 'text'],
  ['values', '[ { "type": "hangup", "option": { "reason": "|" } } ]', 'busy'],
  ['booleans', '[ { "type": "connect", "option": { "early_media": | } } ]', 'true'],
  ['language tags', inTalk('"language": "|"'), 'de-DE'],
  ['keys of the telephone', '[ { "type": "branch", "option": { "target_ids": { "1": "", "|" } } } ]', '2', '1'],
  ['address types', '[ { "type": "connect", "option": { "source": { "type": "|" } } } ]', 'sip'],
  [
    'targets of an address',
    '[ { "type": "connect", "option": { "source": { "type": "tel", "target": "|" } } } ]',
    '+15550100001',
  ],
  [
    'variables',
    `[ { "type": "variable_set", "option": { "key": "mine" } }, ${inTalk('"text": "${|"').slice(2)}`,
    'mine',
  ],
  ['bare names of variables', '[ { "type": "branch", "option": { "variable": "|" } } ]', 'voipbin.call.digits'],
  [
    'actions as targets, by what they say',
    `[ ${inTalk('"text": "Press 1."').slice(2, -2)}, { "type": "goto", "option": { "target_id": "|" } } ]`,
    'talk "Press 1."',
  ],
  ['keys of the document', '{ "name": "Menu", "|", "actions": [] }', 'on_complete_flow_id', 'name'],
];

suite('completion in VS Code', () => {
  // Until then VS Code knows nobody to ask.
  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    await (await extension?.activate())?.language();
  });

  for (const [title, marked, offered, other] of kinds) {
    test(`offers ${title}`, async () => {
      const labels = (await completionsAt(await open(marked))).map(labelOf);
      assert.ok(labels.includes(offered), `${offered} is not among ${labels.join(' / ')}`);
      if (other !== undefined) assert.ok(!labels.includes(other), `${other} is there already`);
    });
  }

  test('offers all 43 types of actions', async () => {
    assert.equal((await completionsAt(await open('{ "actions": [ { "type": "|" } ] }'))).length, 43);
  });

  test('offers a new id', async () => {
    const [item] = await completionsAt(await open('[ { "id": "|", "type": "answer" } ]'));
    const inserted = item?.insertText;
    assert.match(typeof inserted === 'object' ? inserted.value : String(inserted), uuid);
  });

  test('offers the actions of the flow as targets; the one without an id gets one when it is accepted', async () => {
    const editor = await open(
      `[ ${inTalk('"text": "Press 1 for opening hours."').slice(2, -2)}, { "type": "goto", "option": { "target_id": | } } ]`,
    );
    const mended = until(vscode.workspace.onDidChangeTextDocument, () => {
      const [talk, goto] = actionsOf(editor.document);
      return talk?.id !== undefined && talk.id === goto?.option?.target_id ? talk.id : undefined;
    });
    // As a person does: the quotation mark brings the list by itself.
    await vscode.commands.executeCommand('type', { text: '"' });
    // The list opens some time after; accepting does nothing until then.
    const accept = setInterval(() => void vscode.commands.executeCommand('acceptSelectedSuggestion'), 100);
    try {
      assert.match(await mended, uuid);
    } finally {
      clearInterval(accept);
    }
  });
});

interface WrittenAction {
  readonly id?: string;
  readonly option?: { readonly target_id?: string };
}

/** The actions of a list; none while the text is not JSON. */
function actionsOf(document: vscode.TextDocument): readonly WrittenAction[] {
  try {
    return JSON.parse(document.getText());
  } catch {
    return [];
  }
}
