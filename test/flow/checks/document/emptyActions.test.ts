import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['empty-actions'];

suite('empty-actions', () => {
  test('a list with nothing in it', () => {
    assert.deepEqual(findingsIn('[]', { only }), ['empty-actions on [']);
    assert.deepEqual(findingsIn('{ "name": "Menu", "actions": [] }', { only }), ['empty-actions on "actions"']);
    assert.deepEqual(findingsIn('{ "actions": null }', { only }), ['empty-actions on null']);
    assert.deepEqual(findingsIn('{ "destinations": [], "actions": [] }', { only }), ['empty-actions on "actions"']);
    assert.deepEqual(findingsIn('[ { "type": "call", "option": { "actions": [] } } ]', { only }), [
      'empty-actions on "actions"',
    ]);
  });

  test('not where a flow runs instead, and not where there is something', () => {
    for (const text of [
      `{ "flow_id": "${A}", "actions": [] }`,
      `[ { "type": "call", "option": { "flow_id": "${A}", "actions": [] } } ]`,
      '[ 5 ]',
      '[ {} ]',
      '{ "actions": 5 }',
      '{ "type": "stop" }',
      '{ "id": "x", "tm_create": "2026-01-01", "actions": [] }',
      '{ "actions": }',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('not where the only action cannot be read', () => {
    assert.deepEqual(findingsIn('[ ... ]', { only }), []);
    assert.deepEqual(findingsIn("{ 'actions': [ 'stop' ] }", { only }), []);
  });
});
