import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';
import { A, B, C, D } from '../../../support/ids';

const code = 'branch-fallthrough';
const only = [code];
const branch = `{ "type": "branch", "option": { "default_target_id": "${C}", "target_ids": { "1": "${A}", "2": "${B}" } } }`;
const talk = (id: string, more = '') => `{ "id": "${id}", "type": "talk"${more} }`;
const found = (...actions: string[]) => findingsIn(`[ ${actions.join(', ')} ]`, { only });
const hangup = '{ "type": "hangup" }';

suite('branch-fallthrough', () => {
  test('on the last action of each arm that runs on', () => {
    checkFindings(
      `[ ${branch}, ${talk(A)},
      { "type": "beep" },
    //          ^^^^^^ branch-fallthrough: continues into the next case, at action 4 (
      { "id": "${B}", "type":
        "talk" },
    //  ^^^^^^ branch-fallthrough: at action 5 (
      ${talk(C)} ]`,
      { only },
    );
  });

  test('not where the arms end, jump or lead elsewhere', () => {
    assert.deepEqual(found(branch, talk(A), hangup, talk(B, `, "next_id": "${D}"`), talk(C), talk(D)), []);
    const goto = `{ "type": "goto", "next_id": "${D}", "option": { "target_id": "${D}", "loop_count": 1 } }`;
    assert.deepEqual(found(branch, talk(A), goto, talk(B), hangup, talk(C), talk(D)), []);
    assert.deepEqual(found(branch, talk(A), branch, talk(B), hangup, talk(C)), []);
  });

  test('not where all lead to one action, nor into what is no arm, nor where no way leads', () => {
    const text = branch.replaceAll(B, A).replaceAll(C, A);
    assert.deepEqual(found(text, talk(A), talk(B)), []);
    assert.deepEqual(found(branch, talk(C), talk(D), hangup, talk(A), hangup, talk(B)), []);
    assert.deepEqual(found(hangup, branch, talk(A), talk(B), talk(C)), []);
  });

  test('a menu that is led back to is no arm that runs on', () => {
    const menu = branch.replace(C, D);
    assert.deepEqual(found(talk(D), menu, talk(A), hangup, talk(B), hangup), []);
  });

  test('a case that leads back to its own menu does not run on through it', () => {
    const menu = `{ "type": "branch", "option": { "target_ids": { "1": "${A}", "2": "${B}" } } }`;
    const ask = '{ "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }';
    assert.deepEqual(found(talk(A), ask, menu, talk(B)), []);
    assert.equal(found(talk(C), ask, menu, talk(A), talk(B)).length, 1);
  });

  test('two cases that lead to two places of their own menu do not run on into each other', () => {
    const menu = `{ "type": "branch", "option": { "target_ids": { "1": "${B}", "9": "${A}" }, "default_target_id": "${C}" } }`;
    const ask = `{ "id": "${C}", "type": "digits_receive", "option": { "duration": 5000, "length": 1 } }`;
    assert.deepEqual(found(talk(A), ask, menu, talk(B)), []);
    const own = menu.replace(C, D).replace('{', `{ "id": "${D}",`);
    assert.deepEqual(found(talk(A), ask, own, talk(B)), []);
  });

  test('not where the next case only ends the flow: that is the end of this one', () => {
    const two = `{ "type": "branch", "option": { "target_ids": { "1": "${A}" }, "default_target_id": "${B}" } }`;
    for (const type of ['hangup', 'stop'])
      assert.deepEqual(found(two, talk(A), `{ "id": "${B}", "type": "${type}" }`), [], type);
    // What that case says before the end is heard by the other callers.
    assert.equal(found(two, talk(A), talk(B), hangup).length, 1);
  });

  test('fix: a hangup behind it, or where another arm goes', () => {
    const flow = (first: string, more = '') =>
      `[ ${branch}, ${first}, ${more}${talk(B, `, "next_id": "${D}"`)}, ${talk(C)}, ${talk(D)} ]`;
    checkFix(flow(talk(A)), code, flow(talk(A), `${hangup}, `), 'Insert a `hangup`');
    checkFix(
      flow(talk(A)),
      code,
      flow(talk(A).replace(', "type"', `, "next_id": "${D}", "type"`)),
      'Continue at action 5',
    );
    const empty = (id: string) => flow(talk(A, `, "next_id": "${id}"`));
    checkFix(empty(nilUuid), code, empty(D), 'Continue at action 5');
    assert.deepEqual(fixTitles(`[ ${branch}, ${talk(A)}, ${talk(B)}, ${hangup}, ${talk(C)} ]`, code), [
      'Insert a `hangup` after it',
    ]);
  });
});
