import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A, B, C, D } from '../../../support/ids';

const code = 'branch-clears-digits';
const only = [code];
const receive = '{ "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }';
const end = `{ "id": "${A}", "type": "hangup" }`;
const branch = (to: string, key = '1', more = '') =>
  `{ "type": "branch", "option": { ${more}"default_target_id": "${to}", "target_ids": { "${key}": "${A}" } } }`;
const second = (more = '', key = '2') => branch(A, key, more).replace('{ ', `{ "id": "${B}", `);
const found = (...actions: string[]) => findingsIn(`[ ${actions.join(', ')} ]`, { only });

suite('branch-clears-digits', () => {
  test("a second branch on the digits, and on a variable of one's own", () => {
    checkFindings(
      `[ ${receive}, ${branch(B)},
      { "id": "${B}", "option": { "default_target_id": "${A}", "target_ids": { "2": "${A}" } }, "type":
        "branch"
    //  ^^^^^^^^ branch-clears-digits: has emptied \`voipbin.call.digits\` on the way here
      }, ${end} ]`,
      { only },
    );
    assert.deepEqual(found(branch(B, 'x', '"variable": "order", '), second('"variable": "order", '), end), [
      `${code} on "order"`,
    ]);
    assert.equal(listFindings(`[ ${branch(B)}, ${second()}, ${end} ]`, { only })[0]?.related.length, 1);
  });

  test('says which way is taken: the case of an empty string, the default, or none', () => {
    const messageOf = (option: string) =>
      listFindings(`[ ${branch(B)}, { "id": "${B}", "type": "branch", "option": { ${option} } }, ${end} ]`, { only })[0]
        ?.message ?? '';
    const other = `"default_target_id": "${A}"`;
    assert.match(messageOf(`${other}, "target_ids": { "": "${A}", "2": "${A}" }`), /so the case `""` is taken\./);
    assert.match(messageOf(`"target_ids": { "2": "${A}", "": "${A}" }, ${other}`), /so the case `""` is taken\./);
    assert.match(messageOf(`${other}, "target_ids": { "2": "${A}" }`), /so no case fits and the default is taken\./);
    assert.match(messageOf(`"target_ids": { "2": "${A}" }`), /so no case fits, and it has no default\./);
  });

  test('past actions that do not wait, and on one of two ways', () => {
    const set = `{ "id": "${B}", "type": "variable_set", "option": { "key": "a", "value": "b" } }`;
    assert.equal(found(receive, branch(B), set, branch(A, '2'), end).length, 1);
    const choose = `{ "type": "condition_datetime", "option": { "false_target_id": "${B}" } }`;
    assert.equal(found(receive, choose, branch(B), second(), end).length, 1);
  });

  test('not where the caller can press a key in between, or the variable is set', () => {
    for (const type of ['digits_receive', 'talk', 'sleep', 'play', 'fetch_flow', 'queue_join', 'ai_talk'])
      assert.deepEqual(found(branch(B), `{ "id": "${B}", "type": "${type}" }`, branch(A, '2'), end), [], type);
    const own = '"variable": "order", ';
    const set = `{ "id": "${B}", "type": "variable_set", "option": { "key": "order", "value": "b" } }`;
    assert.deepEqual(found(branch(B, 'x', own), set, branch(A, '2', own), end), []);
    const talk = `{ "id": "${B}", "type": "talk" }`;
    assert.equal(found(branch(B, 'x', own), talk, branch(A, '2', own), end).length, 1);
  });

  test('not another variable, nor a branch that asks for nothing', () => {
    assert.deepEqual(found(branch(B), second('"variable": "order", '), end), []);
    assert.deepEqual(found(branch(B), second('', ''), end), []);
    assert.deepEqual(
      found(branch(B), `{ "id": "${B}", "type": "branch", "option": { "default_target_id": "${A}" } }`, end),
      [],
    );
    assert.deepEqual(found(branch(B, '1', '"variable": "${x}", '), second('"variable": "${x}", '), end), []);
  });

  test('not a menu that asks again', () => {
    const talk = `{ "id": "${B}", "type": "talk" }`;
    assert.deepEqual(found(talk, receive, branch(B), end), []);
  });

  test('fix: copies the value before the first', () => {
    const copy = '{ "type": "variable_set", "option": { "key": "kept.digits", "value": "${voipbin.call.digits}" } }, ';
    const option = `"default_target_id": "${A}", "target_ids": { "2": "${A}" }`;
    const flow = (before: string, more: string) =>
      `[ ${receive}, ${before}${branch(B)}, { "id": "${B}", "type": "branch", "option": { ${option}${more} } }, ${end} ]`;
    checkFix(flow('', ''), code, flow(copy, ', "variable": "kept.digits"'));
    const choose = `{ "type": "condition_datetime", "option": { "false_target_id": "${B}" } }`;
    assert.deepEqual(fixTitles(`[ ${receive}, ${choose}, ${branch(B)}, ${second()}, ${end} ]`, code), []);
  });

  test('fix: not where the first of several branches is another, nor where two lead to it', () => {
    const named = (id: string, to: string, key: string) => branch(to, key).replace('{ ', `{ "id": "${id}", `);
    // The value is empty already between the first two.
    const three = [receive, branch(C), named(B, A, '3'), end, named(C, B, '2')];
    assert.equal(found(...three).length, 2);
    assert.deepEqual(fixTitles(`[ ${three.join(', ')} ]`, code), []);
    // On the way over the other branch the copy would never be set.
    const choose = `{ "type": "condition_datetime", "option": { "false_target_id": "${D}" } }`;
    const two = `[ ${receive}, ${choose}, ${branch(B)}, ${named(D, B, '4')}, ${named(B, A, '2')}, ${end} ]`;
    assert.deepEqual(fixTitles(two, code), []);
    // Nor where the first comes back to itself.
    const again = `[ ${receive}, ${named(D, B, '4').replace(A, D)}, ${named(B, A, '2')}, ${end} ]`;
    assert.deepEqual(fixTitles(again, code), []);
  });

  test('a copy in the actions of a call has the value of the flow around: none is offered', () => {
    const placed = `[ { "type": "call", "option": { "actions": [ ${receive}, ${branch(B)}, ${second()}, ${end} ] } } ]`;
    assert.deepEqual(fixTitles(placed, code), []);
    assert.match(listFindings(placed, { only })[0]?.message ?? '', /Put the cases into one `branch`\.$/);
  });
});
