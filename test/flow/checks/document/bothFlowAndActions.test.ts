import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['both-flow-and-actions'];
const code = 'both-flow-and-actions';
const actions = '"actions": [ { "type": "stop" } ]';

suite('both-flow-and-actions', () => {
  test('in the bodies of requests and in a `call`', () => {
    for (const text of [
      `{ "destinations": [], "flow_id": "${A}", ${actions} }`,
      `{ ${actions}, "flow_id": "${A}" }`,
      `{ "ring_method": "linear", "flow_id": "${A}", ${actions} }`,
      `{ "provider_id": "${A}", "flow_id": "${A}", ${actions} }`,
      `[ { "type": "call", "option": { "flow_id": "${A}", ${actions} } } ]`,
      `[ { "type": "call", "option": { "flow_id": "\${next}", ${actions} } } ]`,
    ]) {
      assert.deepEqual(findingsIn(text, { only }), ['both-flow-and-actions on "actions"'], text);
    }
  });

  test('not when the id counts as absent, nor when there are no actions', () => {
    for (const text of [
      `{ "flow_id": "00000000-0000-0000-0000-000000000000", ${actions} }`,
      `{ "flow_id": "menu", ${actions} }`,
      `{ "flow_id": "\${next}", ${actions} }`,
      `{ "flow_id": "${A}", "actions": [] }`,
      `{ "flow_id": "${A}" }`,
      `{ ${actions} }`,
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('fix: removes one of them', () => {
    const text = `{ "flow_id": "${A}", ${actions} }`;
    assert.deepEqual(fixTitles(text, code), ['Remove `actions`', 'Remove `flow_id`']);
    checkFix(text, code, `{ "flow_id": "${A}" }`, 'Remove `actions`');
    checkFix(text, code, `{ ${actions} }`, 'Remove `flow_id`');
  });
});
