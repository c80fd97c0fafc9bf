import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { readFlow } from '../../../flow/model/flowModel';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../support/findings';
import { A } from '../../support/ids';

const jsonc = { jsonc: true };

suite('checks: names', () => {
  test('a flow with names has no findings in a *.flow.jsonc, and those of today in a *.flow.json', () => {
    const text = `[
      { "id": "ask", "type": "digits_receive", "option": { "duration": 3000, "length": 1 } },
      { "type": "branch", "option": { "target_ids": { "1": "bye" }, "default_target_id": "ask" } },
      { "id": "bye", "type": "hangup", "next_id": "ask" },
    ]`;
    assert.deepEqual(findingsIn(text, { ...jsonc, only: ['id-not-uuid', 'target-not-uuid', 'target-dangling'] }), []);
    assert.deepEqual(findingsIn(text.replace('},\n    ]', '}\n    ]')), [
      'id-not-uuid on "ask"',
      'caller-dropped on "branch"',
      'target-not-uuid on "bye"',
      'target-not-uuid on "ask"',
      'id-not-uuid on "bye"',
      'next-id-not-uuid on "ask"',
    ]);
  });

  test('what is neither a name nor a UUID is said to be neither', () =>
    checkFindings(
      `[
  { "id": "1 ask", "type": "answer", "next_id": "x y" },
//        ^^^^^^^ id-not-uuid: The id "1 ask" is not a UUID and not a name. A name is a letter, then letters
//                                              ^^^^^ next-id-not-uuid: Put the name or the UUID of an action there
  { "type": "goto", "option": { "loop_count": 1, "target_id": "-ask" } }
//                                                            ^^^^^^ target-not-uuid: "-ask" is not a UUID and not a name
]`,
      { ...jsonc, only: ['id-not-uuid', 'next-id-not-uuid', 'target-not-uuid'] },
    ));

  test('a space beside a name or a UUID is told, since it does not show', () => {
    const told = (text: string, options = {}) => listFindings(text, options).map(({ message }) => message);
    const only = ['id-not-uuid'];
    const ids = (id: string) => `[ { "id": "${id}", "type": "answer" } ]`;
    assert.match(
      told(ids('ask '), { ...jsonc, only })[0] ?? '',
      /^The id "ask" has a space before or after it, so it is not a name or a UUID\./,
    );
    assert.match(told(ids(` ${A}`), { only })[0] ?? '', /has a space before or after it, so it is not a UUID\./);
    assert.match(told(ids(' 1 '), { ...jsonc, only })[0] ?? '', /"1" is not a UUID and not a name/);
  });

  test('the UUID of a name is a duplicate as an id, and as a reference it is the name that is meant', () => {
    const uuid = uuidOfName('', 'ask');
    const text = (
      id: string,
      target: string,
    ) => `[ { "id": "ask", "type": "answer", "next_id": "${target}" }, { "id": "${id}", "type": "beep" },
      { "type": "goto", "option": { "loop_count": 2, "target_id": "${target}" } } ]`;
    const only = ['duplicate-id', 'target-dangling', 'next-id-dangling'];
    assert.deepEqual(
      listFindings(text(uuid, uuid), { ...jsonc, only }).map(
        ({ code, message }) => `${code}: ${message.split('.')[0]}`,
      ),
      ['duplicate-id: VoIPbin gets this UUID for the name of another action too: ask: answer'],
    );
    checkFix(text(uuid, A), 'duplicate-id', text('beep-1', A), '', jsonc);
    const only2 = listFindings(text('beep', uuid), { ...jsonc, only });
    assert.deepEqual(
      only2.map(({ code, severity }) => `${severity} ${code}`),
      ['warning next-id-dangling', 'warning target-dangling'],
    );
    assert.match(only2[1]?.message ?? '', /^VoIPbin gets this UUID for the name "ask", .* Write the name\.$/);
    checkFix(
      text('beep', uuid),
      'target-dangling',
      text('beep', uuid).replace(`"target_id": "${uuid}"`, '"target_id": "ask"'),
      'Lead to ask: answer',
      jsonc,
    );
    // In the list of a call the same name has another UUID.
    const inner = `[ { "id": "ask", "type": "answer" }, { "id": "c", "type": "call", "option": { "actions": [ { "id": "${uuid}", "type": "answer" } ] } } ]`;
    assert.deepEqual(findingsIn(inner, { ...jsonc, only }), []);
    assert.deepEqual(findingsIn(text(uuid, uuid), { only }), []);
  });

  test('a name that no action has, in this list or only in another, leads nowhere', () => {
    const text = `[ { "id": "ask", "type": "answer" }, { "type": "goto", "option": { "loop_count": 1, "target_id": "aks" } },
      { "id": "call", "type": "call", "option": { "actions": [ { "id": "inner", "type": "answer", "next_id": "ask" } ] } },
      { "type": "goto", "option": { "loop_count": 1, "target_id": "inner" } } ]`;
    const only = ['target-dangling', 'next-id-dangling', 'target-other-scope'];
    const messages = listFindings(text, { ...jsonc, only }).map(({ code, message }) => `${code}: ${message}`);
    assert.match(messages[0] ?? '', /^target-dangling: No action has the name "aks"\. .* Write the name of an action/);
    assert.match(messages[1] ?? '', /^next-id-dangling: ask: answer is part of another flow/);
    assert.match(messages[2] ?? '', /^target-other-scope: inner: answer is in the flow of a `call`/);
    checkFix(text, 'target-dangling', text.replace('"aks"', '"ask"'), 'Lead to ask: answer', jsonc);
  });

  test('a name that two actions have: the second gets the next one', () => {
    const flow = (id: string) =>
      `[ { "id": "ask", "type": "answer" }, { "id": "${id}", "type": "answer", "next_id": "ask-2" } ]`;
    const [finding] = listFindings(flow('ask'), { ...jsonc, only: ['duplicate-id'] });
    assert.match(finding?.message ?? '', /^Another action has this name: answer\. .* Give it another name\.$/);
    checkFix(flow('ask'), 'duplicate-id', flow('ask-3'), 'Give it another name', jsonc);
    assert.deepEqual(findingsIn(flow('Ask'), { ...jsonc, only: ['duplicate-id'] }), []);
  });

  test('names in a call and around it are no duplicates', () => {
    const text = '[ { "id": "a", "type": "call", "option": { "actions": [ { "id": "a", "type": "answer" } ] } } ]';
    assert.deepEqual(findingsIn(text, { ...jsonc, only: ['duplicate-id'] }), []);
  });

  test('fix: what is almost a name becomes one, with what refers to it', () => {
    const flow = (id: string) => `[ { "id": "${id}", "type": "answer", "next_id": "${id}" } ]`;
    checkFix(flow('Ask for a key!'), 'id-not-uuid', flow('Ask-for-a-key'), 'Name it "Ask-for-a-key"', jsonc);
    checkFix(flow('1'), 'id-not-uuid', flow('action-1'), 'Name it', jsonc);
    assert.deepEqual(fixTitles(flow('안녕'), 'id-not-uuid', jsonc), ['Give it a UUID, here and in the reference']);
  });

  test('fix: plain JSON can move to the form that has names, where the text is one', () => {
    const flow = (id: string) => `[ { "id": "${id}", "type": "answer", "next_id": "${id}" } ]`;
    const move = 'Move to a .flow.jsonc, where ids can be names';
    assert.deepEqual(fixTitles(flow('ask'), 'id-not-uuid'), ['Give it a UUID, here and in the reference', move]);
    assert.deepEqual(fixTitles(flow('ask'), 'next-id-not-uuid').at(-1), move);
    assert.deepEqual(fixTitles(flow('ask for'), 'id-not-uuid'), ['Give it a UUID, here and in the reference']);
    const [finding] = checkFlow(readFlow(flow('ask'))).filter(({ code }) => code === 'id-not-uuid');
    assert.deepEqual(
      finding?.fixes({ newId: () => A }).map(({ preferred, toJsonc }) => [preferred, toJsonc]),
      [
        [true, undefined],
        [undefined, true],
      ],
    );
  });

  test('an action that nothing leads to is found by names, too', () => {
    const text = `[ { "type": "goto", "option": { "loop_count": 1, "target_id": "bye" }, "next_id": "bye" },
      { "id": "lost", "type": "answer" }, { "id": "bye", "type": "hangup" } ]`;
    assert.deepEqual(
      listFindings(text, { ...jsonc, only: ['unreachable-action'] }).map(({ offset, end }) => text.slice(offset, end)),
      ['{ "id": "lost", "type": "answer" }'],
    );
  });
});
