import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['name-is-type'];

suite('name-is-type', () => {
  test('a name that test files would read as a type', () => {
    checkFindings(
      `[
  { "id": "talk", "type": "answer", "next_id": "bye" },
  //      ^^^^^^ name-is-type: "talk" is also an action type. In test files it means every \`talk\`
  { "id": "bye", "type": "hangup" }
]`,
      { jsonc: true, only },
    );
  });

  test('not other names, not another case, and not where names are an error anyway', () => {
    assert.deepEqual(findingsIn('[ { "id": "Hangup", "type": "hangup" } ]', { jsonc: true, only }), []);
    assert.deepEqual(findingsIn('[ { "id": "digits-receive", "type": "stop" } ]', { jsonc: true, only }), []);
    assert.deepEqual(findingsIn('[ { "id": "hangup", "type": "hangup" } ]', { only }), []);
  });

  test('fix: another name, here and in what leads to it', () => {
    const flow = (name: string) =>
      `[ { "type": "answer", "next_id": "${name}" }, { "id": "${name}", "type": "hangup" }, { "type": "hangup" } ]`;
    checkFix(flow('hangup'), 'name-is-type', flow('hangup-1'), 'Name it "hangup-1"', { jsonc: true });
  });

  test('fix: an action that has the name of another list stays', () => {
    const flow = (name: string) =>
      `[ { "id": "${name}", "type": "call", "option": { "actions": [ { "id": "hangup", "type": "stop" } ] } } ]`;
    checkFix(flow('hangup'), 'name-is-type', flow('call-1'), '', { jsonc: true });
  });
});
