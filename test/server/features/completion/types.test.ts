import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { actionDefinitions } from '../../../../flow/catalog';
import { readFlow } from '../../../../flow/model/flowModel';
import { checkCompletion, completeAt, completeText } from '../../../support/completions';
import { findingsIn } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const talk = `{
    "type": "talk",
    "option": {
      "text": "Good morning. How can we help you?",
      "language": "en-US"
    }
  }`;

suite('completion of types', () => {
  test('all types are offered, with what they do', () => {
    const { items } = completeAt('[|]');
    assert.deepEqual(
      items.map((item) => item.label).sort(),
      actionDefinitions.map((actionDefinition) => actionDefinition.type).sort(),
    );
    for (const item of items) assert.ok(item.detail && item.documentation, item.label);
    assert.deepEqual([...completeAt('[{ "type": "|" }]').labels].sort(), items.map((item) => item.label).sort());
  });

  test('a flow begins with answer and talk', () => {
    assert.deepEqual(completeAt('[|]').labels.slice(0, 2), ['answer', 'talk']);
  });

  test('behind digits_receive comes a branch, behind a beep the recording', () => {
    assert.equal(completeAt('[{ "type": "digits_receive" }, |]').labels[0], 'branch');
    assert.equal(completeAt('[{ "type": "digits_receive" }, { "type": "|" }]').labels[0], 'branch');
    assert.equal(
      completeAt('[{ "type": "beep" }, {|}]').labels.find((label) => label !== 'type'),
      'recording_start',
    );
    assert.equal(completeAt('[{ "type": "digits_receive" }, |, { "type": "beep" }]').labels[0], 'branch');
  });

  test('deprecated types are struck through and last, what does nothing stands before them', () => {
    const { items, labels } = completeAt('[|]');
    const struck = items.filter((item) => item.tags?.includes(CompletionItemTag.Deprecated)).map((item) => item.label);
    assert.deepEqual([...struck].sort(), ['condition_call_digits', 'condition_call_status']);
    assert.deepEqual(labels.slice(-2).sort(), [...struck].sort());
    assert.deepEqual(labels.slice(-6, -2).sort(), ['block', 'confbridge_join', 'mute', 'transcribe_stop']);
    const order = items.map((item) => item.sortText ?? '');
    assert.deepEqual([...order].sort(), order);
  });

  test('what a document would skip stands behind what runs', () => {
    const { labels } = completeAt('{ "webhook_uri": "https://example.com", "actions": [|] }');
    assert.ok(labels.indexOf('talk') > labels.indexOf('webhook_send'));
    assert.ok(labels.indexOf('talk') > labels.indexOf('ai_task'));
  });

  test('other words for a type find it', () => {
    assert.match(completeAt('[{ "type": "wai|" }]').find('sleep').filterText ?? '', /wait/);
    checkCompletion('[{ "type": "wai|" }]', 'sleep', '[{ "type": "sleep", "option": { "duration": 3000 } }]');
  });

  test('an empty list grows a whole action', () => {
    checkCompletion('[|]', 'talk', `[\n  ${talk}\n]`);
    checkCompletion('[ | ]', 'talk', `[\n  ${talk}\n]`);
    checkCompletion('[\n  |\n]', 'talk', `[\n  ${talk}\n]`);
  });

  test('between two actions the commas are set as they are missing', () => {
    const done = `[\n  { "type": "answer" },\n  ${talk},\n  { "type": "hangup" }\n]`;
    checkCompletion('[\n  { "type": "answer" },\n  |\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" }\n  |\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" },\n  |,\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" }, |\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" } |\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" },\n  ta|\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" },\n  "ta|"\n  { "type": "hangup" }\n]', 'talk', done);
    checkCompletion('[\n  { "type": "answer" },\n  "ta|\n  { "type": "hangup" }\n]', 'talk', done);
  });

  test('before the first and behind the last action too', () => {
    checkCompletion(
      '[|\n  { "type": "hangup" }\n]',
      'beep',
      '[\n  {\n    "type": "beep"\n  },\n  { "type": "hangup" }\n]',
    );
    checkCompletion(
      '[\n  { "type": "beep" }|\n]',
      'hangup',
      '[\n  { "type": "beep" },\n  {\n    "type": "hangup"\n  }\n]',
    );
  });

  test('a list on one line stays on one line', () => {
    checkCompletion(
      '[{ "type": "answer" }, |, { "type": "hangup" }]',
      'sleep',
      '[{ "type": "answer" }, { "type": "sleep", "option": { "duration": 3000 } }, { "type": "hangup" }]',
    );
    checkCompletion('[{ "type": "answer" }|]', 'beep', '[{ "type": "answer" }, { "type": "beep" }]');
  });

  test('tabs and CR LF are kept', () => {
    const done = completeAt('[\r\n\t{ "type": "answer" },\r\n\t|\r\n]').accept('sleep');
    assert.equal(
      done.replaceAll('\r\n', '\n'),
      '[\n\t{ "type": "answer" },\n\t{\n\t\t"type": "sleep",\n\t\t"option": {\n\t\t\t"duration": 3000\n\t\t}\n\t}\n]',
    );
  });

  test('an object that is only begun grows a whole action', () => {
    checkCompletion('[{|}]', 'sleep', '[{\n  "type": "sleep",\n  "option": {\n    "duration": 3000\n  }\n}]');
    checkCompletion('[{|', 'beep', '[{ "type": "beep"');
    checkCompletion('[{"|"}]', 'beep', '[{ "type": "beep" }]');
    checkCompletion('{|', 'beep', '{ "type": "beep"');
    checkCompletion('[{ "id": "x", | }]', 'beep', '[{ "id": "x", "type": "beep" }]');
    checkCompletion(
      '[\n  {\n    |\n    "option": {}\n  }\n]',
      'talk',
      '[\n  {\n    "type": "talk",\n    "option": {}\n  }\n]',
    );
  });

  test('the value of an existing type is all that is replaced', () => {
    checkCompletion('[{ "type": "|talk", "option": {} }]', 'play', '[{ "type": "play", "option": {} }]');
    checkCompletion(
      '[{ "type": "pl|ay", "option": { "x": 1 } }]',
      'play',
      '[{ "type": "play", "option": { "x": 1 } }]',
    );
    checkCompletion('[{ "type": "|" }]', 'hangup', '[{ "type": "hangup" }]');
  });

  test('between quotes the types that bring options are not put before those without', () => {
    const completions = completeAt('[{ "type": "|" }]');
    for (const label of ['answer', 'talk']) {
      const { textEdit, filterText } = completions.find(label);
      assert.ok(textEdit && 'range' in textEdit);
      assert.equal(textEdit.range.start.character, '[{ "type": "'.length, label);
      assert.match(filterText ?? '', new RegExp(`^${label}`));
    }
  });

  test('where options are needed and there are none, the type brings them', () => {
    checkCompletion('[{ "type": "|" }]', 'sleep', '[{ "type": "sleep", "option": { "duration": 3000 } }]');
    checkCompletion(
      '[\n  {\n    "type": "|",\n    "next_id": ""\n  }\n]',
      'sleep',
      '[\n  {\n    "type": "sleep",\n    "option": {\n      "duration": 3000\n    },\n    "next_id": ""\n  }\n]',
    );
  });

  test('a half-typed type does no harm to what follows', () => {
    checkCompletion('{"type": "|', 'hangup', '{"type": "hangup"');
    checkCompletion(
      '[{"type": "ta|}]',
      'talk',
      '[{"type": "talk", "option": { "text": "Good morning. How can we help you?", "language": "en-US" }}]',
    );
    checkCompletion('[{"type": "be|, "next_id": ""}]', 'beep', '[{"type": "beep", "next_id": ""}]');
    checkCompletion('[{"type": |}]', 'beep', '[{"type": "beep"}]');
    checkCompletion('[{"type":|}]', 'beep', '[{"type": "beep"}]');
    checkCompletion('[{"type": be|}]', 'beep', '[{"type": "beep"}]');
    checkCompletion(
      '[\n  {\n    "type": |\n    "option": {}\n  }\n]',
      'talk',
      '[\n  {\n    "type": "talk",\n    "option": {}\n  }\n]',
    );
    checkCompletion(
      '[\n  {\n    "type": "ta|\n    "option": {}\n  }\n]',
      'talk',
      '[\n  {\n    "type": "talk",\n    "option": {}\n  }\n]',
    );
  });

  test('targets are tab stops with the nearest ids in them, never a bare list of ids', () => {
    const text = `[{ "id": "${A}", "type": "answer" }, |, { "id": "${B}", "type": "hangup" }]`;
    const edit = completeAt(text).find('branch').textEdit;
    assert.match(edit?.newText ?? '', new RegExp(`"default_target_id": "\\$\\{2:${B}\\}"`));
    assert.match(edit?.newText ?? '', new RegExp(`"2": "\\$\\{4:${A}\\}"`));
    const first = completeAt(text).accept('goto');
    assert.equal(readFlow(first).actions[1]?.option?.children[0]?.value, B);
  });

  test('the suggestions open where a target comes first, whether there are ids around or not', () => {
    for (const others of ['{ "type": "answer" }', `{ "id": "${A}", "type": "answer" }`]) {
      const item = completeAt(`[${others}, |]`).find('goto');
      assert.equal(item.command?.command, 'editor.action.triggerSuggest');
    }
    assert.equal(completeAt('[{ "type": "answer" }, |]').find('talk').command, undefined);
    assert.equal(completeAt('[{ "type": "answer" }, |]', { snippets: false }).find('goto').command, undefined);
  });

  test('every action that is inserted is JSON and has no mistake but what is left to fill in', () => {
    const start = `[{ "id": "${A}", "type": "talk", "option": { "text": "Hi", "language": "en-US" } }, `;
    for (const snippets of [true, false]) {
      const completions = completeText(`${start}]`, start.length, { snippets });
      for (const label of completions.labels) {
        const text = completions.accept(label);
        const inserted = JSON.parse(text)[1];
        assert.equal(inserted.type, label);
        const empty = JSON.stringify(inserted).includes('""');
        const usable = completions.find(label).labelDetails === undefined;
        if (!empty && usable) assert.deepEqual(findingsIn(text, { only: formal }), [], text);
      }
    }
  });

  test('an editor without tab stops gets plain text', () => {
    const { items } = completeAt('[|]', { snippets: false });
    for (const item of items) assert.doesNotMatch(item.textEdit?.newText ?? '', /\$\d|\$\{\d/, item.label);
  });
});

/** Checks that an action by itself can be held to. */
const formal = [
  'unknown-type',
  'option-required',
  'option-type',
  'option-value',
  'option-range',
  'option-uuid',
  'unknown-option',
  'target-dangling',
  'target-not-uuid',
  'destinations-missing',
  'source-missing',
  'address-target-format',
  'address-not-dialable',
  'condition-operator',
  'condition-value-mismatch',
  'digits-characters',
  'language-tag',
  'url-invalid',
  'webhook-data-json',
];
