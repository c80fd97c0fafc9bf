import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

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

  test('not where its target does not exist, or leads elsewhere', () => {
    const jump = goto('2');
    const target = `{ "id": "${A}", "type": "beep" }`;
    assert.deepEqual(findingsIn(`[ { "type": "beep" }, ${jump}, { "type": "hangup" } ]`, { only }), []);
    assert.deepEqual(findingsIn(`[ ${jump}, { "type": "hangup" }, ${target} ]`, { only }), []);
    const back = target.replace('}', `, "next_id": "${B}" }`);
    const named = jump.replace('{', `{ "id": "${B}",`);
    for (const flow of [
      `${target}, ${jump}`,
      `${named}, { "type": "hangup" }, ${back}`,
      // What is fetched can jump to any action.
      `{ "type": "fetch_flow" }, ${jump}, { "type": "hangup" }, ${target}`,
      jump.replace(A, '${start}'),
      // No call comes there; once one does, it does not end.
      `{ "type": "hangup" }, ${target}, ${jump}`,
    ])
      assert.deepEqual(findingsIn(`[ ${flow} ]`, { only }), ['goto-never-ends on 2'], flow);
  });

  test('is of the family that engineQuirks turns off', () => {
    assert.deepEqual(findingsIn(goto('2'), { only, engineQuirks: false }), []);
  });

  test('a fraction is a matter of its type alone', () => {
    const text = `[ { "type": "goto", "id": "${A}", "option": { "target_id": "${A}", "loop_count": 1.5 } } ]`;
    assert.deepEqual(findingsIn(text, { only: ['goto-never-ends', 'option-type'] }), ['option-type on 1.5']);
  });
});
