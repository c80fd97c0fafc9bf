import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['flow-shape'];
const message = (text: string) => listFindings(text, { only })[0]?.message ?? '';

suite('flow-shape', () => {
  test('a document that is none of the known ones', () => {
    for (const text of ['{}', '5', '"talk"', 'null', '{ "name": "Menu" }', '{ "steps": 3 }']) {
      assert.equal(findingsIn(text, { only }).length, 1, text);
    }
    assert.match(message('{}'), /has no `actions`.*an array of actions/);
    assert.match(message('5'), /not a number/);
  });

  test('no document that is known, and nothing of the server', () => {
    for (const text of [
      '[]',
      '{ "actions": [] }',
      '{ "actions": null }',
      '{ "type": "stop" }',
      '{ "flow_id": "x" }',
      '{ "id": "x", "tm_create": "2026-01-01", "actions": 5 }',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('nothing about a document whose JSON is broken, or that is not begun', () => {
    for (const text of ['', '{ "acti', '{ "name": }', 'hello']) assert.deepEqual(findingsIn(text, { only }), [], text);
    assert.equal(findingsIn('{ "name": "Menu", }', { only }).length, 1);
  });

  test('actions that are no list', () => {
    assert.deepEqual(findingsIn('{ "actions": { "type": "answer" } }', { only }), ['flow-shape on "actions"']);
    assert.deepEqual(findingsIn('{ "name": "Menu", "actions": "answer" }', { only }), ['flow-shape on "answer"']);
  });

  test('actions that are no objects, in every list', () => {
    checkFindings(
      `{ "actions": [ { "type": "answer" },
      5,
  //  ^ flow-shape: not a number
  { "type": "call", "option": { "actions": [ "stop" ] } }
  //                                         ^^^^^^ flow-shape: not a string
] }`,
      { only },
    );
    assert.deepEqual(findingsIn('[ null, [ { "type": "stop" } ] ]', { only }), [
      'flow-shape on null',
      'flow-shape on [',
    ]);
  });

  test('of very many it names a few', () => {
    assert.equal(findingsIn(`[${'1,'.repeat(50_000)}1]`, { only }).length, 20);
  });

  test('fix: names the list that was meant', () => {
    checkFix('{ "action": [ { "type": "stop" } ] }', 'flow-shape', '{ "actions": [ { "type": "stop" } ] }');
    checkFix('{ "steps": [ { "type": "stop" } ] }', 'flow-shape', '{ "actions": [ { "type": "stop" } ] }');
    assert.deepEqual(fixTitles('{ "steps": [ "stop" ] }', 'flow-shape'), []);
    assert.match(message('{ "steps": [ { "type": "stop" } ] }'), /Did you mean `actions` instead of `steps`\?/);
  });

  test('fix: makes a list of a single action', () => {
    checkFix('{ "actions": { "type": "stop" } }', 'flow-shape', '{ "actions": [{ "type": "stop" }] }');
    assert.deepEqual(fixTitles('{ "actions": {} }', 'flow-shape'), []);
  });
});
