import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['target-dangling', 'target-reserved', 'option-required'];
const code = 'target-reserved';
const fresh = '99999999-0000-4000-8000-000000000001';
const reserved = (digit: number) => `00000000-0000-0000-0000-00000000000${digit}`;
const goto = (id: string) => `{ "type": "goto", "option": { "target_id": "${id}", "loop_count": 1 } }`;

suite('target-reserved', () => {
  test('all but the start id', () => {
    for (const digit of [0, 2, 3]) {
      assert.deepEqual(findingsIn(`[ ${goto(reserved(digit))} ]`, { only }), [
        `target-reserved on "${reserved(digit)}"`,
      ]);
    }
    assert.deepEqual(findingsIn(`[ ${goto(reserved(1))} ]`, { only }), []);
    assert.match(listFindings(`[ ${goto(reserved(2))} ]`, { only })[0]?.message ?? '', /flow stops.*To end the flow/);
  });

  test('in a single action, too: it is a matter of form', () => {
    assert.deepEqual(findingsIn(goto(reserved(2)), { only }), [`target-reserved on "${reserved(2)}"`]);
    assert.deepEqual(fixTitles(goto(reserved(2)), code), []);
  });

  test('a next_id may be reserved', () => {
    for (const digit of [0, 1, 2]) {
      assert.deepEqual(findingsIn(`[ { "type": "answer", "next_id": "${reserved(digit)}" } ]`, { only }), []);
    }
  });

  test('fix: ends the flow at a stop', () => {
    const stop = `{ "type": "stop", "id": "${A}" }`;
    checkFix(`[ ${goto(reserved(2))}, ${stop} ]`, code, `[ ${goto(A)}, ${stop} ]`, 'Jump to the `stop`');
    checkFix(
      `[\n  ${goto(reserved(2))}\n]`,
      code,
      `[\n  ${goto(fresh)},\n  { "id": "${fresh}", "type": "stop" }\n]`,
      'Jump to a new `stop` at the end',
    );
  });

  test('fix: continues with the next action', () => {
    checkFix(
      `[ ${goto(reserved(3))}, { "type": "stop", "id": "${A}" } ]`,
      code,
      `[ ${goto(A)}, { "type": "stop", "id": "${A}" } ]`,
      'Jump to the next action',
    );
    checkFix(
      `[ ${goto(reserved(3))}, { "type": "stop" } ]`,
      code,
      `[ ${goto(fresh)}, { "id": "${fresh}", "type": "stop" } ]`,
    );
    assert.deepEqual(fixTitles(`[ ${goto(reserved(3))} ]`, code), []);
  });

  test('fix: removes a case that names no action', () => {
    const branch = (cases: string) => `[ { "type": "branch", "option": { "target_ids": { ${cases} } } } ]`;
    checkFix(branch(`"1": "${reserved(0)}", "2": "${A}"`), code, branch(`"2": "${A}"`), 'Remove the case');
  });
});
