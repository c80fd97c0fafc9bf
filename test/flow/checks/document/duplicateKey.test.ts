import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['duplicate-key'];

suite('duplicate-key', () => {
  test('the earlier key of an action, an option, an address, a map and the document', () => {
    checkFindings(
      `{ "actions": [
  { "type": "answer", "id": "${A}", "id": "${B}" },
  //                  ^^^^ duplicate-key: has no effect
  { "type": "talk", "option": { "text": "One", "language": "en-US", "text": "Two" } },
  //                            ^^^^^^ duplicate-key: \`text\` is in this object twice
  { "type": "connect", "option": { "destinations": [
    { "type": "tel", "target": "+15550100001", "target": "+15550100002" } ] } },
    //               ^^^^^^^^ duplicate-key
  { "type": "connect", "option": { "source": { "type": "tel", "type": "sip" } } },
  //                                           ^^^^^^ duplicate-key
  { "type": "branch", "option": { "target_ids": { "1": "${A}", "1": "${B}" } } }
  //                                              ^^^ duplicate-key
] }`,
      { only },
    );
    assert.deepEqual(findingsIn('{ "name": "a", "actions": [], "name": "b" }', { only }), ['duplicate-key on "name"']);
  });

  test('all but the last of three', () => {
    assert.equal(findingsIn('{ "actions": [], "actions": [], "actions": [] }', { only }).length, 2);
  });

  test('shows the one that counts', () => {
    const text = '[ { "type": "talk", "type": "stop" } ]';
    const [finding] = listFindings(text, { only });
    assert.deepEqual(
      finding?.related.map((item) => text.slice(item.offset, item.end)),
      ['"type"'],
    );
    assert.equal(finding?.related[0]?.offset, text.lastIndexOf('"type"'));
    assert.deepEqual(finding?.tags, ['unnecessary']);
  });

  test('in objects with many keys', () => {
    const keys = Array.from({ length: 30 }, (_, index) => `"${index}": "${A}"`).join(', ');
    const text = `[ { "type": "branch", "option": { "target_ids": { ${keys}, "7": "${B}" } } } ]`;
    assert.deepEqual(findingsIn(text, { only }), ['duplicate-key on "7"']);
  });

  test('not while the second value is still to come', () => {
    assert.deepEqual(findingsIn('[ { "type": "talk", "type": } ]', { only }), []);
  });

  test('not where a bracket is missing between two objects', () => {
    assert.deepEqual(findingsIn('[ { "type": "talk", "id": 1, { "type": "stop", "id": 2 } ]', { only }), []);
  });

  test('not for keys of different objects', () => {
    assert.deepEqual(
      findingsIn('[ { "type": "talk", "option": { "text": "a" } }, { "type": "talk", "option": { "Text": "b" } } ]', {
        only,
      }),
      [],
    );
  });

  test('keys that differ in case are one key to VoIPbin, and in an option the one in lower case counts', () => {
    const talk = (option: string) => findingsIn(`[ { "type": "talk", "option": ${option} } ]`, { only });
    assert.deepEqual(talk('{ "Text": "a", "text": "b" }'), ['duplicate-key on "Text"']);
    assert.deepEqual(talk('{ "text": "b", "Text": "a" }'), ['duplicate-key on "Text"']);
    assert.deepEqual(talk('{ "\u0074e\u0078t": "b", "TEXT": "a" }'), ['duplicate-key on "TEXT"']);
    assert.deepEqual(findingsIn('[ { "type": "talk", "Type": "stop" } ]', { only }), ['duplicate-key on "type"']);
    assert.deepEqual(findingsIn('{ "Actions": [], "actions": [] }', { only }), ['duplicate-key on "Actions"']);
    assert.match(
      listFindings('[ { "type": "talk", "option": { "Text": "a", "text": "b" } } ]', { only })[0]?.message ?? '',
      /`Text` and `text` are the same key to VoIPbin\. `text` counts/,
    );
  });

  test('the long s and the Kelvin sign are letters to Go', () => {
    assert.deepEqual(findingsIn('{ "actions": [], "action\u017f": [] }', { only }), ['duplicate-key on "actions"']);
    assert.deepEqual(
      findingsIn('[ { "type": "digits_receive", "option": { "key": "1", "\u212aey": "2" } } ]', { only }),
      ['duplicate-key on "key"'],
    );
  });

  test('not for names of your own that differ in case, nor for notes to people', () => {
    for (const text of [
      '{ "actions": [], "variables": { "Order": "1", "order": "2" } }',
      `[ { "type": "branch", "option": { "target_ids": { "a": "${A}", "A": "${B}" } } } ]`,
      '[ { "type": "talk", "//": "one", "//": "two", "_note": 1, "_Note": 2 } ]',
    ])
      assert.deepEqual(findingsIn(text, { only }), [], text);
  });

  test('fix: removes the earlier', () => {
    checkFix(
      '[\n  {\n    "type": "talk", // old\n    "id": "x",\n    "type": "stop"\n  }\n]',
      'duplicate-key',
      '[\n  {\n    // old\n    "id": "x",\n    "type": "stop"\n  }\n]',
      'Remove this `type`',
      { jsonc: true },
    );
  });
});
