import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsWith, open } from './support';

const [A, B, C] = ['a', 'b', 'c'].map((last) => `7d0b6c1e-4a52-4f0e-9a53-2f1c60c4b00${last}`);
const talk = (text: string) => `{"type": "talk", "option": {"text": "${text}", "language": "en-US"}}`;
const test1 = (value: string, otherwise: string | undefined, more = '') =>
  `{${more}"type": "condition_variable", "option": {"variable": "\${kind}", "condition": "==", "value_type": "string", "value_string": "${value}", "false_target_id": "${otherwise}"}}`;
const branch = `{"type": "branch", "option": {"target_ids": {"1": "${A}"}, "default_target_id": "${B}"}}`;

/** What the menu says, the flow with the cursor `|` or the selection `«»`, and what the flow has afterwards. */
const rows: readonly (readonly [title: string, before: string, after: RegExp])[] = [
  ['Insert a talk before', `[{"type": "answer"}, {"type": |"beep"}]`, /"answer".*"talk".*"beep"/s],
  ['Insert a talk after', `[{"type": |"answer"}, {"type": "beep"}]`, /"answer".*"talk".*"beep"/s],
  ['Run it before answer', `[{"type": "answer"}, {"type": |"beep"}]`, /"beep".*"answer"/s],
  ['Run it after beep', `[{"type": |"answer"}, {"type": "beep"}]`, /"beep".*"answer"/s],
  [
    'Move it up in the list',
    `[${branch}, {"id": "${A}", "type": "stop"}, {"id": "${B}", "type": |"hangup"}]`,
    /"hangup".*"stop"/s,
  ],
  [
    'Move it down in the list',
    `[${branch}, {"id": "${A}", "type": |"stop"}, {"id": "${B}", "type": "hangup"}]`,
    /"hangup".*"stop"/s,
  ],
  ['Duplicate this action', `[{"id": "${A}", "type": |"beep"}]`, /"beep".*"id": "(?!7d0b6c1e).*"beep"/s],
  ['Delete this action', `[{"type": "answer"}, {"type": |"beep"}]`, /^\[{"type": "answer"}\]$/],
  ['Extract this action', `[{"type": "answer"}, «{"type": "beep"}»]`, /"call".*"destinations".*"actions".*"beep"/s],
  ['Replace this call', `[{"type": |"call", "option": {"actions": [{"type": "beep"}]}}]`, /^\[{"type": "beep"}\]$/],
  [
    'Replace 2 conditions',
    `[${test1('a', A).replace('"type"', '|"type"')}, ${talk('A').replace('{', `{"next_id": "${C}", `)}, ${test1('b', B, `"id": "${A}", `)}, ${talk('B').replace('{', `{"next_id": "${C}", `)}, {"id": "${B}", "type": "beep"}, {"id": "${C}", "type": "hangup"}]`,
    /"type": "branch".*"variable": "kind".*"a".*"b"/s,
  ],
  [
    'Replace this goto',
    `[{"type": "answer"}, {"type": |"goto", "option": {"target_id": "${A}", "loop_count": 2}}, {"type": "hangup"}, {"id": "${A}", "type": "beep"}]`,
    /"next_id": "7d0b6c1e(?!.*goto)/s,
  ],
  ['Wrap the text in <speak>', `[${talk('Press |1.')}]`, /<speak>Press 1\.<\/speak>/],
  ['Give an id to the 2 actions', `[{"type": |"answer"}, {"type": "beep"}]`, /"id".*"answer".*"id".*"beep"/s],
  ['Remove the id', `[{"id": "${A}", "type": |"answer"}]`, /^\[{"type": "answer"}\]$/],
  ['Convert to a bare list', `{|"name": "x", "actions": [{"type": "answer"}]}`, /^\[{"type": "answer"}\]$/],
  ['Convert to a flow with a name', `|[{"type": "answer"}]`, /"name": "New flow".*"actions"/s],
  ['Convert to the body of POST /calls', `|[{"type": "answer"}]`, /"source".*"destinations".*"actions"/s],
  ['Convert to the body of POST /activeflows', `|[{"type": "answer"}]`, /"variables".*"actions"/s],
];

suite('the menu Refactor… in VS Code', () => {
  suiteSetup(async () => {
    const editor = await open('{ "actions": [ { "type": "tlak" } ] }');
    await diagnosticsWith(editor.document, 'unknown-type');
  });

  for (const [title, marked, expected] of rows) {
    test(title, async () => {
      const before = marked.replace(/[|«»]/g, '');
      const start = marked.search(/[|«]/);
      const { document } = await open(before);
      const stop = marked.includes('»') ? marked.indexOf('»') - 1 : start;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(document.positionAt(start), document.positionAt(stop)),
        vscode.CodeActionKind.Refactor.value,
        50,
      );
      const action = actions.find((action) => action.title.startsWith(title));
      assert.ok(action?.edit, actions.map((other) => other.title).join('; '));
      await vscode.workspace.applyEdit(action.edit);
      assert.match(document.getText(), expected);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }
});
