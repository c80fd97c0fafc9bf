import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const code = 'self-target';
const only = [code, 'endless-loop', 'retry-without-limit', 'caller-dropped'];

suite('self-target', () => {
  test('a next_id, a case, a default and a false target that name their own action', () => {
    checkFindings(
      `[ { "id": "${A}", "type": "talk",
        "next_id": "${A}",
    //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ self-target: \`talk\` runs again and again
        "option": { "text": "We are busy.", "language": "en-US" } } ]`,
      { only },
    );
    checkFindings(
      `[ { "id": "${A}", "type": "branch", "option": {
        "default_target_id": "${A}",
    //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ self-target: \`branch\` runs again and again
        "target_ids": { "1":
          "${A}",
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ self-target: no case with a key fits then
          "2": "${B}" } } },
      { "id": "${B}", "type": "condition_variable", "option": { "condition": "==", "false_target_id":
          "${B}" } } ]`.replace(
        `          "${B}" } } ]`,
        `          "${B}"\n    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ self-target\n } } ]`,
      ),
      { only },
    );
  });

  test('a counted goto, and the reserved id of the start in the first action', () => {
    const found = (text: string) => findingsIn(text, { only: [code] }).length;
    assert.equal(found(`[ { "id": "${A}", "type": "goto", "option": { "target_id": "${A}", "loop_count": 2 } } ]`), 1);
    assert.equal(found('[ { "type": "beep", "option": {}, "next_id": "00000000-0000-0000-0000-000000000001" } ]'), 1);
  });

  test('not where another action is named, nor where it does not jump', () => {
    const quiet = (text: string) => assert.deepEqual(findingsIn(text, { only: [code] }), [], text);
    quiet(
      `[ { "id": "${A}", "type": "beep", "next_id": "${B}" }, { "id": "${B}", "type": "beep", "next_id": "${A}" } ]`,
    );
    quiet(`[ { "id": "${A}", "type": "goto", "option": { "target_id": "${A}" } } ]`);
    quiet(`[ { "id": "${A}", "type": "branch", "next_id": "${A}", "option": { "default_target_id": "${B}" } } ]`);
    quiet(`{ "id": "${A}", "type": "beep", "next_id": "${A}" }`);
  });

  test('fix: removes next_id, and nothing else', () => {
    checkFix(`[ { "id": "${A}", "type": "beep", "next_id": "${A}" } ]`, code, `[ { "id": "${A}", "type": "beep" } ]`);
    const branch = `[ { "id": "${A}", "type": "branch", "option": { "default_target_id": "${A}", "target_ids": { "1": "" } } } ]`;
    assert.deepEqual(fixTitles(branch, code), []);
  });
});
