import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A, B, NOWHERE } from '../../../support/ids';

const only = ['target-not-uuid', 'target-dangling', 'target-other-scope', 'target-reserved'];
const code = 'target-dangling';

suite('target-dangling', () => {
  test('every kind of jump to an id that nobody has', () => {
    checkFindings(
      `[
  { "type": "goto", "option": { "target_id": "${NOWHERE}" } },
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target-dangling: When the \`goto\` jumps
  { "type": "branch", "option": { "default_target_id": "${NOWHERE}", "target_ids": {
  //                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target-dangling: When no case fits
    "1": "${NOWHERE}",
    //   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target-dangling: When the value is "1"
    "2": null } } },
    //   ^^^^ target-dangling: The target for "2" is \`null\`
  { "type": "condition_variable", "option": { "false_target_id": "${NOWHERE}" } }
  //                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ target-dangling: When the test is false
]`,
      { only },
    );
  });

  test('an id that an action has, in any spelling and anywhere in the list', () => {
    assert.deepEqual(
      findingsIn(
        `[ { "type": "goto", "option": { "target_id": "{${A.toUpperCase()}}" } }, { "type": "answer", "id": "${A}" } ]`,
        { only },
      ),
      [],
    );
  });

  test('not in a single action, whose targets are elsewhere', () => {
    assert.deepEqual(findingsIn(`{ "type": "goto", "option": { "target_id": "${NOWHERE}" } }`, { only }), []);
  });

  test('not for the start id, and not for what a variable gives', () => {
    for (const id of ['00000000-0000-0000-0000-000000000001', '${next}']) {
      assert.deepEqual(findingsIn(`[ { "type": "goto", "option": { "target_id": "${id}" } } ]`, { only }), [], id);
    }
  });

  const flow = (target: string, more = '') =>
    `[\n  { "type": "goto", "option": { "target_id": "${target}" } },\n  { "type": "answer", "id": "${A}" }${more}\n]`;
  const slip = A.replace(/1$/, '7');

  test('fix: the id that comes nearest', () => {
    checkFix(flow(slip), code, flow(A), 'Lead to answer');
    assert.deepEqual(fixTitles(flow(B), code), ['Add a `hangup` with this id']);
  });

  test('fix: a hangup with the id', () => {
    checkFix(flow(B), code, flow(B, `,\n  { "id": "${B}", "type": "hangup" }`), 'Add a `hangup`');
  });
});
