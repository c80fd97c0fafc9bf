import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['next-id-not-uuid', 'next-id-dangling', 'next-id-unused'];
const code = 'next-id-not-uuid';
const fresh = '99999999-0000-4000-8000-000000000001';

suite('next-id-not-uuid', () => {
  test('a text that is not a UUID, a variable, and what is not a string', () => {
    checkFindings(
      `[
  { "type": "answer", "next_id": "menu" },
  //                             ^^^^^^ next-id-not-uuid: the next action of the list follows
  { "type": "answer", "next_id": "\${menu}" },
  //                             ^^^^^^^^^ next-id-not-uuid: Variables are not replaced
  { "type": "answer", "next_id": 5 }
  //                             ^ next-id-not-uuid: The API refuses the whole request
]`,
      { only },
    );
  });

  test('nothing that counts as missing, and nothing that is being typed', () => {
    for (const id of ['""', 'null', '', '"00000000-0000-0000-0000-000000000000"']) {
      assert.deepEqual(findingsIn(`[ { "type": "answer", "next_id": ${id} } ]`, { only }), [], id);
    }
  });

  test('inside a `call` an empty one stops the flow', () => {
    const text = '[ { "type": "call", "option": { "actions": [ { "type": "answer", "next_id": "" } ] } } ]';
    assert.match(
      listFindings(text, { only })[0]?.message ?? '',
      /An empty string is not a `next_id`.*the flow stops here/,
    );
  });

  test('in a single action, too: its form can be judged', () => {
    assert.deepEqual(findingsIn('{ "type": "answer", "next_id": "menu" }', { only }), ['next-id-not-uuid on "menu"']);
    assert.deepEqual(findingsIn(`{ "type": "answer", "next_id": "${A}" }`, { only }), []);
  });

  test('fix: gives the action that is meant a UUID', () => {
    const flow = (id: string) => `[ { "type": "answer", "next_id": "${id}" }, { "type": "stop", "id": "${id}" } ]`;
    checkFix(flow('end'), code, flow(fresh), 'Give "end" a UUID everywhere');
  });

  test('fix: removes it', () => {
    const text = '[ { "type": "answer", "next_id": "menu" } ]';
    assert.deepEqual(fixTitles(text, code), ['Remove `next_id`']);
    checkFix(text, code, '[ { "type": "answer" } ]');
  });
});
