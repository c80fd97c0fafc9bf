import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['goto-never-ends'];
const goto = (count: string, target = `"target_id": "${A}", `) =>
  `{ "type": "goto", "option": { ${target}"loop_count": ${count} } }`;

suite('goto-never-ends', () => {
  test('every count from 1 on', () => {
    for (const count of ['1', '3', '100']) {
      assert.deepEqual(findingsIn(goto(count), { only }), [`goto-never-ends on ${count}`]);
    }
  });

  test('the message tells what is documented and what happens', () => {
    const message = (count: string) => listFindings(goto(count), { only })[0]?.message ?? '';
    assert.match(message('1'), /documents that this jumps once.*In fact.*stops the flow after 101 actions/);
    assert.match(message('3'), /jumps 3 times/);
  });

  test('not where it does not jump', () => {
    for (const text of [goto('0'), goto('-1'), goto('"2"'), goto('null'), goto(''), goto('2', '')]) {
      assert.deepEqual(findingsIn(text, { only }), [], text);
    }
  });

  test('is of the family that engineQuirks turns off', () => {
    assert.deepEqual(findingsIn(goto('2'), { only, engineQuirks: false }), []);
  });

  test('a fraction is a matter of its type alone', () => {
    const text = `[ { "type": "goto", "id": "${A}", "option": { "target_id": "${A}", "loop_count": 1.5 } } ]`;
    assert.deepEqual(findingsIn(text, { only: ['goto-never-ends', 'option-type'] }), ['option-type on 1.5']);
  });
});
