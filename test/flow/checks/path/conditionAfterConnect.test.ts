import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['condition-after-connect'];
const end = `{ "id": "${A}", "type": "hangup" }`;
const status = `"type": "condition_call_status", "option": { "status": "progressing", "false_target_id": "${A}" }`;
const found = (...actions: string[]) => findingsIn(`[ ${[...actions, end].join(', ')} ]`, { only });

suite('condition-after-connect', () => {
  test('right after a connect, in order or by next_id', () => {
    checkFindings(
      `[ { "type": "connect" },
      { "option": { "status": "progressing", "false_target_id": "${A}" }, "type":
        "condition_call_status"
    //  ^^^^^^^^^^^^^^^^^^^^^^^ condition-after-connect: even if the other party
      }, ${end} ]`,
      { only },
    );
    assert.equal(
      found(
        `{ "type": "connect", "next_id": "${B}" }`,
        end.replace(A, 'cccccccc-0000-4000-8000-000000000003'),
        `{ "id": "${B}", ${status} }`,
      ).length,
      1,
    );
  });

  test('not elsewhere, and not another test', () => {
    assert.deepEqual(found('{ "type": "answer" }', `{ ${status} }`), []);
    assert.deepEqual(found('{ "type": "connect" }', '{ "type": "talk" }', `{ ${status} }`), []);
    assert.deepEqual(
      found('{ "type": "connect" }', `{ "type": "condition_datetime", "option": { "false_target_id": "${A}" } }`),
      [],
    );
  });
});
