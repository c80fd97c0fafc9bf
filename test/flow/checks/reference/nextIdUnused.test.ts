import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, NOWHERE } from '../../../support/ids';

const only = ['next-id-unused', 'next-id-dangling', 'next-id-not-uuid'];
const branch = (next: string) =>
  `[ { "type": "branch", "option": { "default_target_id": "${A}" }, "next_id": ${next} }, { "type": "stop", "id": "${A}" } ]`;

suite('next-id-unused', () => {
  test('on a branch, whatever it is', () => {
    for (const next of [`"${A}"`, `"${NOWHERE}"`, '"menu"', '"00000000-0000-0000-0000-000000000002"']) {
      assert.deepEqual(findingsIn(branch(next), { only }), [`next-id-unused on ${next}`]);
    }
    const [finding] = listFindings(branch(`"${A}"`), { only });
    assert.deepEqual([finding?.severity, finding?.tags], ['information', ['unnecessary']]);
  });

  test('not what counts as missing, and not on other types', () => {
    for (const next of ['"00000000-0000-0000-0000-000000000000"', '""', 'null', '']) {
      assert.deepEqual(findingsIn(branch(next), { only }), [], next);
    }
    assert.deepEqual(findingsIn(`[ { "type": "goto", "id": "${A}", "next_id": "${A}" } ]`, { only }), []);
  });

  test('inside a `call` one that cannot be read stops the flow', () => {
    const text = '[ { "type": "call", "option": { "actions": [ { "type": "branch", "next_id": "menu" } ] } } ]';
    assert.deepEqual(findingsIn(text, { only }), ['next-id-not-uuid on "menu"']);
  });

  test('fix: removes it', () => {
    checkFix(
      `[ { "type": "branch", "next_id": "${A}", "option": { "default_target_id": "${A}" } }, { "type": "stop", "id": "${A}" } ]`,
      'next-id-unused',
      `[ { "type": "branch", "option": { "default_target_id": "${A}" } }, { "type": "stop", "id": "${A}" } ]`,
    );
  });
});
