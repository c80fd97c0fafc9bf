import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['unknown-body-key'];
const code = 'unknown-body-key';

suite('unknown-body-key', () => {
  test('a key that the document does not have', () => {
    assert.deepEqual(findingsIn('{ "destinations": [], "actions": [], "early_execution": true }', { only }), [
      'unknown-body-key on "early_execution"',
    ]);
    assert.deepEqual(findingsIn(`{ "flow_id": "${A}", "reference_type": "api" }`, { only }), [
      'unknown-body-key on "reference_type"',
    ]);
    assert.equal(listFindings('{ "actions": [], "note": 1 }', { only })[0]?.severity, 'information');
  });

  test('no key that it has, in any case, and no $schema', () => {
    for (const text of [
      '{ "$schema": "flow.schema.json", "actions": [] }',
      '{ "name": "", "detail": "", "actions": [], "on_complete_flow_id": "" }',
      '{ "Name": "", "Actions": [] }',
      '[ { "type": "stop", "note": 1 } ]',
      '{ "type": "stop", "note": 1 }',
      '{ "note": 1 }',
      '{ "actions": [], "tm_create": "2026", "note": 1 }',
      '{ "variables": { "note": "" } }',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('a note to people is told without advice, and stays', () => {
    const text = '{ "actions": [], "_name": "house rules" }';
    assert.equal(listFindings(text, { only })[0]?.message, '`_name` is a note for people. VoIPbin ignores it.');
    assert.deepEqual(fixTitles(text, code), []);
  });

  test('not while it is being typed', () => {
    assert.deepEqual(findingsIn('{ "actions": [], "de" }', { only }), []);
  });

  test('fix: the key that was meant', () => {
    checkFix('{ "actions": [], "nmae": "Menu" }', code, '{ "actions": [], "name": "Menu" }', 'Rename to `name`');
    checkFix(
      '{ "flowid": "x", "destinations": [] }',
      code,
      '{ "flow_id": "x", "destinations": [] }',
      'Rename to `flow_id`',
    );
    assert.match(listFindings('{ "actions": [], "nmae": 1 }', { only })[0]?.message ?? '', /Did you mean `name`\?/);
  });

  test('fix: not a key that is there already', () => {
    assert.deepEqual(fixTitles('{ "actions": [], "name": "a", "nmae": "b" }', code), ['Remove `nmae`']);
  });

  test('fix: removes it', () => {
    checkFix('{\n  "actions": [],\n  "note": 1\n}', code, '{\n  "actions": []\n}', 'Remove `note`');
  });
});
