import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['goto-never-jumps', 'goto-never-ends', 'option-required', 'option-range', 'option-type'];
const code = 'goto-never-jumps';
const goto = (more: string, after = '') => `{ "type": "goto", "option": { "target_id": "${A}"${more} }${after} }`;

suite('goto-never-jumps', () => {
  test('no count, 0, a negative one and null, said once', () => {
    assert.deepEqual(findingsIn(goto(''), { only }), ['goto-never-jumps on "option"']);
    assert.deepEqual(findingsIn(goto(', "loop_count": 0'), { only }), ['goto-never-jumps on 0']);
    assert.deepEqual(findingsIn(goto(', "loop_count": -1'), { only }), ['goto-never-jumps on -1']);
    assert.deepEqual(findingsIn(goto(', "loop_count": null'), { only }), ['goto-never-jumps on null']);
    assert.ok(findingsIn('[ { "type": "goto" } ]', { only }).includes('goto-never-jumps on {'));
  });

  test('the message tells what is documented and what happens', () => {
    const [finding] = listFindings(goto(''), { only });
    assert.equal(finding?.severity, 'error');
    assert.match(finding?.message ?? '', /never jumps.*documents that it always jumps/);
  });

  test('not with a count, nor where something else is the matter', () => {
    const quiet = (text: string) => findingsIn(text, { only: [code] });
    for (const text of [
      goto(', "loop_count": 1'),
      goto(', "Loop_Count": 3'),
      goto(', "loop_count": "2"'),
      goto(', "loop_count": '),
      goto('', ', "loop_count": 2'),
      '{ "type": "goto", "option": 5 }',
      '{ "type": "branch", "option": {} }',
    ]) {
      assert.deepEqual(quiet(text), [], text);
    }
  });

  test('not where next_id leads to the target anyway', () => {
    assert.deepEqual(findingsIn(goto('', `, "next_id": "{${A}}"`), { only }), []);
    assert.deepEqual(findingsIn(goto(', "loop_count": 0', `, "next_id": "${A}"`), { only }), []);
  });

  test('fix: next_id jumps always', () => {
    checkFix(goto(''), code, goto('', `, "next_id": "${A}"`), 'Always jump');
    checkFix(goto('', ', "next_id": ""'), code, goto('', `, "next_id": "${A}"`), 'Always jump');
    assert.deepEqual(fixTitles('{ "type": "goto", "option": { "target_id": "menu" } }', code), [
      'Add a `loop_count` of 2',
    ]);
  });

  test('fix: no next_id to an action that is not there', () => {
    assert.deepEqual(fixTitles(`[ ${goto('')} ]`, code), ['Add a `loop_count` of 2']);
    assert.deepEqual(fixTitles(`[ ${goto('')}, { "type": "stop", "id": "${A}" } ]`, code), [
      'Always jump: add `next_id`',
      'Add a `loop_count` of 2',
    ]);
  });

  test('fix: a count', () => {
    checkFix(goto(''), code, goto(', "loop_count": 2'), 'Add a `loop_count` of 2');
    checkFix(goto(', "loop_count": 0'), code, goto(', "loop_count": 2'), 'Set `loop_count` to 2');
  });
});
