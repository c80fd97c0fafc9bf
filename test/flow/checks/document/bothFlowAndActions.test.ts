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

  test('not when the id counts as missing, nor when there are no actions', () => {
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

  test('nothing else is said of actions that are never read, and all of those that run', () => {
    const wrong = '"actions": [ { "type": "tlak", "id": "x" }, { "type": "goto", "option": {} }, 5 ]';
    for (const text of [
      `{ "source": { "type": "tel", "target": "+15550100001" }, "destinations": [ { "type": "tel", "target": "+15550100002" } ], "flow_id": "${A}", ${wrong} }`,
      `{ "flow_id": "${A}", ${wrong} }`,
    ])
      assert.deepEqual(findingsIn(text), ['both-flow-and-actions on "actions"'], text);
    assert.ok(findingsIn(`{ "flow_id": "menu", ${wrong} }`).length > 3);
    const call = findingsIn(`[ { "type": "call", "option": { "flow_id": "${A}", ${wrong} } }, { "type": "tlak" } ]`);
    assert.deepEqual(
      call.filter((text) => text.startsWith('unknown-type')),
      ['unknown-type on "tlak"'],
    );
  });

  test('fix: removes one of them', () => {
    const text = `{ "flow_id": "${A}", ${actions} }`;
    assert.deepEqual(fixTitles(text, code), ['Remove `actions`', 'Remove `flow_id`']);
    checkFix(text, code, `{ "flow_id": "${A}" }`, 'Remove `actions`');
    checkFix(text, code, `{ ${actions} }`, 'Remove `flow_id`');
  });
});
