import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['duplicate-id'];
const code = 'duplicate-id';
const fresh = '99999999-0000-4000-8000-000000000001';

suite('duplicate-id', () => {
  test('every later action with the id', () => {
    checkFindings(
      `[
  { "type": "answer", "id": "${A}" },
  { "type": "talk", "id": "${B}" },
  { "type": "sleep", "id": "${A}" },
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-id: This action never runs
  { "type": "stop", "id": "{${A.toUpperCase()}}" }
  //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-id: Another action has this id: answer
]`,
      { only },
    );
  });

  test('shows the first', () => {
    const text = `[ { "type": "answer", "id": "${A}" }, { "type": "stop", "id": "${A}" } ]`;
    const related = listFindings(text, { only })[0]?.related[0];
    assert.equal(related?.offset, text.indexOf(`"${A}"`));
  });

  test('not in different flows of a document, and not for ids that count for nothing', () => {
    for (const text of [
      `[ { "type": "call", "id": "${A}", "option": { "actions": [ { "type": "stop", "id": "${A}" } ] } } ]`,
      '[ { "type": "answer", "id": "menu" }, { "type": "stop", "id": "menu" } ]',
      '[ { "type": "answer" }, { "type": "stop" } ]',
      '[ { "type": "answer", "id": "00000000-0000-0000-0000-000000000000" }, { "type": "stop", "id": "00000000-0000-0000-0000-000000000000" } ]',
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('inside of a `call`', () => {
    const nested = `{ "type": "stop", "id": "${A}" }`;
    assert.equal(
      findingsIn(`[ { "type": "call", "option": { "actions": [ ${nested}, ${nested} ] } } ]`, { only }).length,
      1,
    );
  });

  test('fix: the later one gets a new UUID, references stay with the first', () => {
    const flow = (id: string) =>
      `[ { "type": "answer", "id": "${A}" }, { "type": "stop", "id": "${id}" }, { "type": "goto", "option": { "target_id": "${A}" } } ]`;
    checkFix(flow(A), code, flow(fresh), 'Give it a new UUID');
  });
});
