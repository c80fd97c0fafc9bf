import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B, NOWHERE } from '../../../support/ids';

const code = 'unreachable-action';
const only = [code];
const quiet = (text: string, options = {}) => assert.deepEqual(findingsIn(text, { only, ...options }), [], text);
const jump = `{ "type": "branch", "option": { "default_target_id": "${A}" } }`;
const target = `{ "id": "${A}", "type": "answer" }`;

suite('unreachable-action', () => {
  test('each action behind the end of the flow, faded', () => {
    const text = `[
      { "type": "hangup" },
      { "type": "answer" },
    //^^^^^^^^^^^^^^^^^^^^ unreachable-action: No way leads to this action
      { "type": "beep" }
    //^^^^^^^^^^^^^^^^^^ unreachable-action
    ]`;
    checkFindings(text, { only });
    const [finding] = listFindings('[ { "type": "stop" }, { "type": "answer" } ]', { only });
    assert.equal(finding?.severity, 'hint');
    assert.deepEqual(finding?.tags, ['unnecessary']);
  });

  test('what a jump passes over, in nested lists too', () => {
    checkFindings(
      `[ ${jump},
      { "type": "beep" },
    //^^^^^^^^^^^^^^^^^^ unreachable-action
      ${target},
      { "type": "call", "option": { "actions": [ { "type": "stop" },
        { "type": "beep" }
    //  ^^^^^^^^^^^^^^^^^^ unreachable-action
      ] } } ]`,
      { only },
    );
  });

  test('a loop that nothing leads into', () => {
    checkFindings(
      `[ { "type": "hangup" },
      { "id": "${A}", "type": "beep", "next_id": "${A}" }
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-action
      ]`.replace(/\^+/, (marks) => marks.slice(0, `{ "id": "${A}", "type": "beep", "next_id": "${A}" }`.length)),
      { only },
    );
  });

  test('not where some way leads', () => {
    quiet(`[ { "type": "answer" }, { "type": "hangup" } ]`);
    quiet(`[ ${jump}, ${target} ]`);
    quiet(`[ { "type": "goto", "option": { "target_id": "${A}", "loop_count": 1 } }, { "type": "beep" }, ${target} ]`);
    quiet(`[ { "type": "branch", "option": { "target_ids": { "1": "${A}" } } }, { "type": "beep" }, ${target} ]`);
  });

  test('not what only the running system knows', () => {
    const end = `{ "type": "hangup" }, ${target} ]`;
    for (const type of ['fetch', 'fetch_flow', 'queue_join']) quiet(`[ { "type": "${type}" }, ${end}`);
    quiet(
      `[ { "type": "branch", "option": { "default_target_id": "\${next}" } }, ${target}, { "id": "${B}", "type": "beep" } ]`,
    );
    assert.equal(findingsIn('[ { "type": "fetch" }, { "type": "stop" }, { "type": "beep" } ]', { only }).length, 1);
  });

  test('not what a mistake with a finding of its own keeps away', () => {
    quiet(`[ { "type": "branch", "option": { "default_target_id": "menu" } }, { "id": "menu", "type": "beep" } ]`);
    quiet(`[ { "type": "branch", "option": { "default_target_id": "${NOWHERE}" } }, ${target} ]`);
    quiet(`[ { "type": "goto", "option": { "target_id": "${A}" } }, { "type": "stop" }, ${target} ]`);
    quiet(
      '[ { "type": "branch", "option": { "target_indexes": { "1": 2 } } }, { "type": "stop" }, { "type": "beep" } ]',
    );
    quiet(`[ ${target}, ${target} ]`);
    quiet('[ { "type": "hangup", "option": { "reason": 5 } }, { "type": "beep" } ]');
  });

  test('not in a part of a flow, nor while the text is being written', () => {
    quiet('{ "type": "hangup" }');
    quiet('[ { "type": "hangup" }, { "type": "beep", "next_id": } ]');
  });

  test('a hangup is skipped where no call is, so that the flow continues', () => {
    const text = '[ { "type": "hangup" }, { "type": "webhook_send" } ]';
    quiet(text, { flowTrigger: 'api' });
    quiet('{ "webhook_uri": "x", "actions": [ { "type": "hangup" }, { "type": "webhook_send" } ] }');
    assert.equal(findingsIn(text, { only, flowTrigger: 'call' }).length, 1);
  });

  test('fix: removes it, or all of them', () => {
    const text = '[ { "type": "hangup" }, { "type": "beep" }, { "type": "answer" } ]';
    checkFix(text, code, '[ { "type": "hangup" }, { "type": "answer" } ]', 'Remove the action');
    checkFix(text, code, '[ { "type": "hangup" } ]', 'Remove all 2');
    const named = `[ { "type": "hangup" }, { "id": "${B}", "type": "beep" }, { "type": "answer", "next_id": "${B}" } ]`;
    assert.deepEqual(fixTitles(named, code), ['Remove all 2 actions that no way leads to']);
    // The second with an id stays, and what it leads to.
    const twice = `[ { "id": "${A}", "type": "hangup" }, { "id": "${A}", "type": "beep", "next_id": "${B}" }, { "type": "echo" }, { "type": "mute" }, { "id": "${B}", "type": "answer" } ]`;
    checkFix(
      twice,
      code,
      `[ { "id": "${A}", "type": "hangup" }, { "id": "${A}", "type": "beep", "next_id": "${B}" }, { "id": "${B}", "type": "answer" } ]`,
      'Remove all 2',
    );
  });
});
