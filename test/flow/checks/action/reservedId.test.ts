import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn } from '../../../support/findings';

const only = ['reserved-id', 'duplicate-id', 'target-reserved', 'target-dangling'];
const code = 'reserved-id';
const fresh = '99999999-0000-4000-8000-000000000001';
const [empty, start, finish, next] = ['0', '1', '2', '3'].map((digit) => `00000000-0000-0000-0000-00000000000${digit}`);

suite('reserved-id', () => {
  test('an action that bears one', () => {
    checkFindings(
      `[
  { "type": "answer", "id": "${start}" },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reserved-id: runs again and again
  { "type": "answer", "id": "${finish}" },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reserved-id: ends when it reaches the action
  { "type": "answer", "id": "${next}" }
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reserved-id: VoIPbin reserves this id
]`,
      { only },
    );
  });

  test('in another spelling, and twice', () => {
    assert.equal(
      findingsIn(`[ { "type": "answer", "id": "{${next}}" }, { "type": "stop", "id": "${next}" } ]`, { only }).length,
      2,
    );
  });

  test('not the empty id, which counts as none, and not references', () => {
    assert.deepEqual(
      findingsIn(
        `[ { "type": "answer", "id": "${empty}", "next_id": "${start}" }, { "type": "stop", "next_id": "${finish}" } ]`,
        {
          only,
        },
      ),
      [],
    );
  });

  test('a jump to the action has no finding of its own', () => {
    assert.deepEqual(
      findingsIn(
        `[ { "type": "goto", "option": { "target_id": "${next}", "loop_count": 1 } }, { "type": "answer", "id": "${next}" } ]`,
        { only },
      ),
      [`reserved-id on "${next}"`],
    );
  });

  test('fix: a new UUID, and what refers to the action', () => {
    const flow = (id: string) =>
      `[ { "type": "answer", "next_id": "${id}" }, { "type": "stop", "id": "${id}" }, { "type": "goto", "option": { "target_id": "${id}" } } ]`;
    checkFix(flow(next ?? ''), code, flow(fresh));
    const ends = (id: string) => `[ { "type": "stop", "id": "${id}" }, { "type": "answer", "next_id": "${finish}" } ]`;
    checkFix(ends(finish ?? ''), code, ends(fresh));
  });
});
