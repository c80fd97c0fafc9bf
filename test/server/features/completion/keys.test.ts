import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { actionDefinitions } from '../../../../flow/catalog';
import { checkCompletion, completeAt } from '../../../support/completions';
import { A, newId } from '../../../support/ids';

const inOption = (type: string, option: string) => `[{ "type": "${type}", "option": { ${option} } }]`;

suite('completion of keys', () => {
  test('an option is offered where it is missing, needed ones first', () => {
    assert.deepEqual(completeAt(inOption('digits_receive', '|')).labels, ['duration', 'length', 'key']);
    assert.deepEqual(completeAt(inOption('digits_receive', '"duration": 1, |')).labels, ['length', 'key']);
    assert.deepEqual(completeAt(inOption('digits_receive', '"Duration": 1, "LENGTH": 1, |')).labels, ['key']);
    assert.equal(completeAt(inOption('goto', '|')).labels[0], 'target_id');
  });

  test('Enter behind a brace opens a line and accepts nothing', () => {
    const brace = { trigger: '{' };
    for (const text of ['[{|}]', '{|}', inOption('talk', '|'), '[{ "type": "call", "option": { "source": {|} } }]']) {
      assert.deepEqual(completeAt(text, brace).labels, [], text);
      assert.ok(completeAt(text).labels.length > 0, text);
    }
    const inText = completeAt(inOption('talk', '"text": "Good ${|"'), brace);
    assert.ok(inText.labels.includes('voipbin.call.source.target'));
  });

  test('every type offers all of its options and no others', () => {
    for (const { type, fields } of actionDefinitions) {
      const { labels } = completeAt(inOption(type, '|'));
      assert.deepEqual([...labels].sort(), fields.map((field) => field.name).sort(), type);
    }
  });

  test('an unknown type has no known options', () => {
    assert.deepEqual(completeAt(inOption('dance', '|')).labels, []);
  });

  test('values fit: texts in quotes, numbers and booleans bare, objects with what they need', () => {
    checkCompletion(inOption('sleep', '|'), 'duration', inOption('sleep', '"duration": 3000'));
    checkCompletion(inOption('talk', '|'), 'language', inOption('talk', '"language": "en-US"'));
    checkCompletion(inOption('talk', '|'), 'async', inOption('talk', '"async": true'));
    checkCompletion(inOption('connect', '|'), 'anonymous', inOption('connect', '"anonymous": "yes"'));
    checkCompletion(
      inOption('connect', '|'),
      'destinations',
      inOption('connect', '"destinations": [{ "type": "tel", "target": "+15550100001" }]'),
    );
    checkCompletion(
      inOption('connect', '|'),
      'source',
      inOption('connect', '"source": { "type": "tel", "target": "+15550100001" }'),
    );
    checkCompletion(
      inOption('webhook_send', '|'),
      'data',
      inOption('webhook_send', '"data": "{\\"number\\":\\"${voipbin.call.source.target}\\"}"'),
    );
  });

  test('several lines keep their indentation, and commas are set as they are missing', () => {
    const before = (rest: string) => `[\n  {\n    "type": "talk",\n    "option": {\n${rest}\n    }\n  }\n]`;
    const done = before('      "text": "Hi",\n      "language": "en-US"');
    checkCompletion(before('      "text": "Hi",\n      |'), 'language', done);
    checkCompletion(before('      "text": "Hi"\n      |'), 'language', done);
    checkCompletion(before('      "text": "Hi", |'), 'language', done);
    checkCompletion(before('      "text": "Hi",\n      "lan|"'), 'language', done);
    checkCompletion(before('      "text": "Hi",\n      "lan|'), 'language', done);
    checkCompletion(before('      "text": "Hi",\n      lan|'), 'language', done);
    const first = before('      "text": "Good morning. How can we help you?",\n      "language": "en-US"');
    checkCompletion(before('      |\n      "language": "en-US"'), 'text', first);
    checkCompletion(before('      "|"\n      "language": "en-US"'), 'text', first);
    checkCompletion(before('      te|\n      "language": "en-US"'), 'text', first);
    checkCompletion(before('      "te|\n      "language": "en-US"'), 'text', first);
  });

  test('an object value lies one level deeper', () => {
    checkCompletion(
      '[\n  {\n    "type": "sleep",\n    |\n  }\n]',
      'option',
      '[\n  {\n    "type": "sleep",\n    "option": {\n      "duration": 3000\n    }\n  }\n]',
    );
    checkCompletion(
      '[\n  { "type": "sleep", | }\n]',
      'option',
      '[\n  { "type": "sleep", "option": { "duration": 3000 } }\n]',
    );
  });

  test('of a key that has its value only the name is replaced', () => {
    checkCompletion(inOption('talk', '"|": "Hi"'), 'text', inOption('talk', '"text": "Hi"'));
    checkCompletion(inOption('talk', '"la|ng": "de-DE"'), 'language', inOption('talk', '"language": "de-DE"'));
    checkCompletion(inOption('talk', 'la|: "de-DE"'), 'language', inOption('talk', '"language": "de-DE"'));
  });

  test('options without effect, broken and deprecated ones are struck through and last', () => {
    const { items, labels } = completeAt(inOption('ai_talk', '|'));
    assert.deepEqual(labels, ['assistance_type', 'assistance_id', 'ai_id', 'duration']);
    assert.deepEqual(
      items.map((item) => item.tags?.includes(CompletionItemTag.Deprecated) ?? false),
      [false, false, true, true],
    );
    assert.equal(completeAt(inOption('condition_datetime', '|')).labels.at(-1), 'weekdays');
  });

  test('keys of actions', () => {
    assert.deepEqual(completeAt('[{ "type": "answer", | }]').labels, ['id', 'next_id', 'option', 'tm_execute']);
    checkCompletion('[{ "type": "answer", | }]', 'id', `[{ "type": "answer", "id": "${newId(1)}" }]`);
    checkCompletion('[{ | }]', 'type', '[{ "type": "" }]');
    const id = completeAt('[{ "type": "answer", | }]').find('next_id');
    assert.equal(id.command?.command, 'editor.action.triggerSuggest');
  });

  test('keys of documents by what the document is', () => {
    const keys = (text: string) => completeAt(text).labels;
    assert.deepEqual(keys('{ "name": "x", "actions": [], | }'), ['detail', 'on_complete_flow_id']);
    assert.ok(keys('{ "source": {}, "actions": [], | }').includes('destinations'));
    assert.ok(!keys('{ "source": {}, "actions": [], | }').includes('webhook_uri'));
    assert.ok(keys('{ "webhook_uri": "", | }').includes('webhook_method'));
    assert.ok(keys('{ "actions": [], | }').includes('destinations'));
    assert.ok(keys('{ "actions": [], | }').includes('name'));
    assert.deepEqual(keys('{ | }').slice(0, 3), ['name', 'detail', 'actions']);
    assert.deepEqual(keys('{ "tm_create": "", "actions": [], | }'), []);
  });

  test('the list of actions opens with the cursor in it', () => {
    const item = completeAt('{ | }').find('actions');
    assert.equal(item.command?.command, 'editor.action.triggerSuggest');
    checkCompletion('{\n  |\n}', 'actions', '{\n  "actions": [\n    \n  ]\n}');
  });

  test('keys of a branch: those of a telephone, and nothing pressed', () => {
    const map = (rest: string) => `[{ "id": "${A}", "type": "branch", "option": { ${rest} } }]`;
    const { labels } = completeAt(map('"target_ids": { "1": "", | }'));
    assert.deepEqual(labels, ['2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#', '""']);
    checkCompletion(map('"target_ids": { | }'), '""', map('"target_ids": { "": "" }'));
    const other = completeAt(map('"variable": "voipbin.call.direction", "target_ids": { | }'));
    assert.deepEqual(other.labels, ['incoming', 'outgoing']);
    assert.deepEqual(completeAt(map('"variable": "order.state", "target_ids": { | }')).labels, ['""']);
  });

  test('names in variables: those that are used and that nothing sets', () => {
    const text = `{ "source": {}, "variables": { | }, "actions": [
      { "type": "talk", "option": { "text": "\${greeting} \${voipbin.call.id} \${told}" } },
      { "type": "variable_set", "option": { "key": "told", "value": "" } } ] }`;
    assert.deepEqual(completeAt(text).labels, ['greeting']);
    checkCompletion(text, 'greeting', text.replace('|', '"greeting": ""'));
  });

  test('members of an address, the one that reaches it first', () => {
    const address = (rest: string) => inOption('connect', `"destinations": [{ ${rest} }]`);
    assert.deepEqual(completeAt(address('|')).labels, ['type', 'target', 'target_name', 'name', 'detail']);
    assert.equal(completeAt(address('"type": "extension", |')).labels[0], 'target_name');
    checkCompletion(
      address('"type": "extension", |'),
      'target_name',
      address('"type": "extension", "target_name": "2001"'),
    );
    checkCompletion(
      address('"type": "sip", |'),
      'target',
      address('"type": "sip", "target": "reception@sip.example.com"'),
    );
  });

  test('a key before its colon, and where no key may stand, ask for nothing', () => {
    for (const text of [
      '{ "name" | }',
      '{ "name" |: 1 }',
      '{ "name"| }',
      '{ "name": "x"| }',
      '{} |',
      '| {}',
      '[] x|',
    ]) {
      assert.deepEqual(completeAt(text).labels, [], text);
    }
  });

  test('in comments no key is suggested, and they are no reason for a comma', () => {
    const text = (rest: string) => `{\n  // the "actions", all\n  "name": "x", // name\n  ${rest}\n}`;
    const directives = ['voipbin-disable-next-line', 'voipbin-disable'];
    assert.deepEqual(completeAt(text('/* | */'), { jsonc: true }).labels, directives);
    assert.deepEqual(completeAt(text('// |'), { jsonc: true }).labels, directives);
    assert.deepEqual(completeAt('{ // x |', { jsonc: true }).labels, []);
    checkCompletion(text('|'), 'actions', text('"actions": [\n    \n  ]'), { jsonc: true });
    checkCompletion('{\n  "name": "x" // name\n  |\n}', 'detail', '{\n  "name": "x", // name\n  "detail": ""\n}', {
      jsonc: true,
    });
  });

  test('comments on the line are kept', () => {
    const jsonc = { jsonc: true };
    checkCompletion(
      '{\n  "name": "x" /* who */ |\n}',
      'detail',
      '{\n  "name": "x", /* who */ \n  "detail": ""\n}',
      jsonc,
    );
    checkCompletion('{ /* a */ | /* b */ }', 'detail', '{ /* a */ "detail": "" /* b */ }', jsonc);
    checkCompletion(
      '[ /* a */ | /* b */ ]',
      'sleep',
      '[ /* a */ \n  {\n    "type": "sleep",\n    "option": {\n      "duration": 3000\n    }\n  }\n /* b */ ]',
      jsonc,
    );
  });
});
