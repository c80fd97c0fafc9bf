import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A, B, NOWHERE } from '../../../support/ids';

const only = ['next-id-dangling', 'next-id-not-uuid'];
const code = 'next-id-dangling';
const answer = (next: string) => `{ "type": "answer", "next_id": "${next}" }`;

suite('next-id-dangling', () => {
  test('an id that nobody has, and the reserved one that means nothing', () => {
    checkFindings(
      `[
  { "type": "answer", "next_id": "${NOWHERE}" },
  //                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ next-id-dangling: No action has this id
  { "type": "answer", "next_id": "00000000-0000-0000-0000-000000000003" }
  //                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ next-id-dangling: It means nothing here
]`,
      { only },
    );
  });

  test('not where the id is there, ends the flow on purpose, or cannot be looked up', () => {
    for (const text of [
      `[ ${answer(`{${A}}`)}, { "type": "stop", "id": "${A}" } ]`,
      `[ ${answer('00000000-0000-0000-0000-000000000000')} ]`,
      `[ ${answer('00000000-0000-0000-0000-000000000001')} ]`,
      `[ ${answer('00000000-0000-0000-0000-000000000002')} ]`,
      answer(NOWHERE),
      `[ { "type": "stop", "next_id": "${NOWHERE}" } ]`,
      `[ { "type": "hangup", "next_id": "${NOWHERE}" } ]`,
    ]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('fix: the nearest id', () => {
    const flow = (id: string) => `[ ${answer(id)}, { "type": "stop", "id": "${A}" } ]`;
    checkFix(flow(A.replace('aaaa', 'aaba')), code, flow(A), 'Lead to stop');
    assert.deepEqual(fixTitles(flow(B), code), ['Remove `next_id`']);
  });

  test('fix: removes it', () => {
    checkFix(`[ ${answer(NOWHERE)} ]`, code, '[ { "type": "answer" } ]', 'Remove `next_id`');
  });
});
