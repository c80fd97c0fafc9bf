import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['target-not-uuid', 'target-dangling'];
const code = 'target-not-uuid';
const fresh = '99999999-0000-4000-8000-000000000001';

suite('target-not-uuid', () => {
  test('every kind of jump', () => {
    checkFindings(
      `[
  { "type": "goto", "id": "menu", "option": { "target_id": "menu" } },
  //                                                       ^^^^^^ target-not-uuid: the flow stops here
  { "type": "branch", "option": { "default_target_id": "", "target_ids": {
  //                                                   ^^ target-not-uuid: is an empty string
    "1": "sales" } } },
    //   ^^^^^^^ target-not-uuid: Write the id of an action.
  { "type": "condition_variable", "option": { "false_target_id": "end" } }
  //                                                             ^^^^^ target-not-uuid
]`,
      { only },
    );
  });

  test('shows the action that is meant', () => {
    const text = '[ { "type": "goto", "option": { "target_id": "menu" } }, { "type": "stop", "id": "menu" } ]';
    const [finding] = listFindings(text, { only });
    assert.equal(finding?.related[0]?.offset, text.lastIndexOf('"menu"'));
    assert.match(finding?.message ?? '', /Give the intended action a UUID/);
  });

  test('in a single action, too', () => {
    assert.deepEqual(findingsIn('{ "type": "goto", "option": { "target_id": "menu" } }', { only }), [
      'target-not-uuid on "menu"',
    ]);
  });

  test('no UUID, no variable, no other kind of value, and nothing being typed', () => {
    for (const value of [`"{${A}}"`, '"${next}"', '"menu-${x}"', '5', 'null', '{}', '']) {
      const text = `[ { "type": "goto", "option": { "target_id": ${value} } }, { "type": "stop", "id": "${A}" } ]`;
      assert.deepEqual(findingsIn(text, { only }), [], value);
    }
  });

  test('no next_id: that one is only dropped', () => {
    assert.deepEqual(findingsIn('[ { "type": "answer", "next_id": "menu" } ]', { only }), []);
  });

  test('fix: gives the action that is meant a UUID', () => {
    const flow = (id: string) =>
      `[ { "type": "goto", "option": { "target_id": "${id}" } }, { "type": "stop", "id": "${id}" } ]`;
    checkFix(flow('end'), code, flow(fresh), 'Give "end" a UUID everywhere');
  });

  test('fix: removes an empty one', () => {
    const branch = (cases: string) => `[ { "type": "branch", "option": { "target_ids": { ${cases} } } } ]`;
    checkFix(branch(`"1": "", "2": "${A}"`), code, branch(`"2": "${A}"`), 'Remove `1`');
    assert.deepEqual(fixTitles(branch('"": ""'), code), ['Remove the case ""']);
    assert.deepEqual(fixTitles(branch('"1": "sales"'), code), []);
  });

  test('an empty target that is needed is not to be left out', () => {
    const text = '[ { "type": "goto", "option": { "target_id": "", "loop_count": 1 } } ]';
    assert.deepEqual(fixTitles(text, code), []);
    assert.match(listFindings(text, { only })[0]?.message ?? '', /Write the id of an action\.$/);
  });
});
