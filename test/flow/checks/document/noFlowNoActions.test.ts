import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['no-flow-no-actions'];
const nil = '00000000-0000-0000-0000-000000000000';
const call = (option: string) => `[ { "type": "call", "option": { "source": {}, ${option} } } ]`;

suite('no-flow-no-actions', () => {
  test('a body with neither', () => {
    assert.deepEqual(findingsIn('{ "source": {}, "destinations": [] }', { only }), ['no-flow-no-actions on {']);
    assert.deepEqual(findingsIn('{ "ring_method": "linear" }', { only }), ['no-flow-no-actions on {']);
    assert.deepEqual(findingsIn(`{ "provider_id": "${A}" }`, { only }), ['no-flow-no-actions on {']);
    assert.match(
      listFindings('{ "destinations": [] }', { only })[0]?.message ?? '',
      /hangs up as soon as the call is answered/,
    );
  });

  test('a run through the API just ends', () => {
    assert.match(listFindings('{ "variables": {} }', { only })[0]?.message ?? '', /the run ends at once/);
  });

  test('a `call` with neither, with and without option', () => {
    assert.deepEqual(findingsIn(call('"destinations": []'), { only }), ['no-flow-no-actions on "option"']);
    assert.deepEqual(findingsIn('[ { "type": "call" } ]', { only }), ['no-flow-no-actions on {']);
  });

  test('the empty id counts as none', () => {
    assert.deepEqual(findingsIn(`{ "destinations": [], "flow_id": "${nil}" }`, { only }), [
      `no-flow-no-actions on "${nil}"`,
    ]);
    assert.deepEqual(findingsIn(call(`"flow_id": "{${nil}}"`), { only }), [`no-flow-no-actions on "{${nil}}"`]);
    assert.deepEqual(findingsIn(call('"flow_id": null'), { only }), ['no-flow-no-actions on null']);
  });

  test('one of them is enough, right or wrong', () => {
    for (const text of [
      `{ "destinations": [], "flow_id": "${A}" }`,
      '{ "destinations": [], "flow_id": "<your-flow-id>" }',
      '{ "destinations": [], "actions": [] }',
      `{ "destinations": [], "flow_id": "${nil}", "actions": [] }`,
      call('"flow_id": "${next}"'),
      call('"actions": []'),
      '[ { "type": "call", "option": {}, "actions": [] } ]',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('not while one is being typed, and not in other documents', () => {
    for (const text of [
      '{ "destinations": [], "flow_id": }',
      '{ "destinations": [], "actions" }',
      '{ "name": "n", "on_complete_flow_id": "x" }',
      '[]',
      '[ { "type": "call", "option": "x" } ]',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('an empty flow_id in a request names no flow', () => {
    assert.deepEqual(findingsIn('{ "destinations": [], "flow_id": "" }', { only }), ['no-flow-no-actions on ""']);
  });
});
