import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B } from '../../../support/ids';

const only = ['branch-no-default', 'option-required', 'target-not-uuid', 'target-reserved'];
const code = 'branch-no-default';
const fresh = '99999999-0000-4000-8000-000000000001';
const cases = `"target_ids": { "1": "${A}" }`;

suite('branch-no-default', () => {
  test('no default: on the option, on null, or on the action', () => {
    assert.deepEqual(findingsIn(`{ "type": "branch", "option": { ${cases} } }`, { only }), [
      'branch-no-default on "option"',
    ]);
    assert.deepEqual(findingsIn(`{ "type": "branch", "option": { ${cases}, "default_target_id": null } }`, { only }), [
      'branch-no-default on null',
    ]);
    assert.ok(findingsIn('[ { "type": "branch" } ]', { only }).includes('branch-no-default on {'));
  });

  test('no call is dropped where the flow runs without one', () => {
    const messageOf = (flowTrigger: 'api' | 'call') =>
      listFindings(`{ "type": "branch", "option": { ${cases} } }`, { only, flowTrigger })[0]?.message ?? '';
    assert.match(messageOf('call'), /stops the flow and drops the call\. Add it/);
    assert.match(messageOf('api'), /stops the flow\. Add it/);
  });

  test('the message tells what is documented and what happens', () => {
    const [finding] = listFindings(`{ "type": "branch", "option": { ${cases} } }`, { only });
    assert.equal(finding?.severity, 'warning');
    assert.match(
      finding?.message ?? '',
      /VoIPbin documents that the next action follows.*In fact its engine stops the flow/,
    );
  });

  test('not where there is one, right or wrong, or where it is in the wrong place', () => {
    const quiet = (text: string) => findingsIn(text, { only: [code] });
    for (const text of [
      `{ "type": "branch", "option": { ${cases}, "default_target_id": "${B}" } }`,
      `{ "type": "branch", "option": { ${cases}, "Default_Target_ID": "${B}" } }`,
      `{ "type": "branch", "option": { ${cases}, "default_target_id": "menu" } }`,
      `{ "type": "branch", "option": { ${cases}, "default_target_id": } }`,
      `{ "type": "branch", "default_target_id": "${B}" }`,
      `{ "type": "branch", "options": {} }`,
      '{ "type": "branch", "option": [] }',
      '{ "type": "goto", "option": {} }',
    ]) {
      assert.deepEqual(quiet(text), [], text);
    }
  });

  test('fix: leads it to the next action', () => {
    const flow = (more: string, id: string) =>
      `[ { "type": "branch", "option": { ${cases}${more} } }, { ${id}"type": "stop" } ]`;
    checkFix(
      flow('', `"id": "${B}", `),
      code,
      flow(`, "default_target_id": "${B}"`, `"id": "${B}", `),
      'Lead the default to the next action',
    );
    checkFix(flow('', ''), code, flow(`, "default_target_id": "${fresh}"`, `"id": "${fresh}", `));
  });

  test('fix: where nothing follows, to a hangup', () => {
    checkFix(
      `[\n  { "type": "branch", "option": { ${cases} } }\n]`,
      code,
      `[\n  { "type": "branch", "option": { ${cases}, "default_target_id": "${fresh}" } },\n  { "id": "${fresh}", "type": "hangup" }\n]`,
    );
    assert.deepEqual(fixTitles(`{ "type": "branch", "option": { ${cases} } }`, code), []);
  });

  test('fix: makes the option where there is none', () => {
    checkFix(
      `[ { "type": "branch" }, { "type": "stop", "id": "${B}" } ]`,
      code,
      `[ { "type": "branch", "option": { "default_target_id": "${B}" } }, { "type": "stop", "id": "${B}" } ]`,
    );
  });
});
