import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../../flow/checks/checkFlow';
import { readFlow } from '../../../../flow/model/flowModel';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['id-not-uuid'];
const code = 'id-not-uuid';
const fresh = '99999999-0000-4000-8000-000000000001';

suite('id-not-uuid', () => {
  test('a text that is not a UUID, and what is not a string', () => {
    checkFindings(
      `[
  { "type": "answer", "id": "welcome" },
  //                        ^^^^^^^^^ id-not-uuid: replaces it with a random one
  { "type": "answer", "id": "${A}0" },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id-not-uuid: is not a UUID
  { "type": "answer", "id": "\${menu}" },
  //                        ^^^^^^^^^ id-not-uuid
  { "type": "answer", "id": 5 }
  //                        ^ id-not-uuid: The API refuses the whole request
]`,
      { only },
    );
  });

  test('no UUID in any spelling, and nothing that counts as missing', () => {
    for (const id of [
      `"${A}"`,
      `"{${A.toUpperCase()}}"`,
      `"urn:uuid:${A}"`,
      `"${A.replaceAll('-', '')}"`,
      '""',
      'null',
    ]) {
      assert.deepEqual(findingsIn(`[ { "type": "answer", "id": ${id} } ]`, { only }), [], id);
    }
    assert.deepEqual(findingsIn('[ { "type": "answer" }, { "type": "answer", "id": } ]', { only }), []);
  });

  test('inside a `call` it stops the flow, an empty one too', () => {
    const call = (id: string) =>
      `[ { "type": "call", "option": { "actions": [ { "type": "answer", "id": ${id} } ] } } ]`;
    assert.match(listFindings(call('"menu"'), { only })[0]?.message ?? '', /the flow stops here/);
    assert.match(
      listFindings(call('""'), { only })[0]?.message ?? '',
      /An empty string is not an id.*Leave the id out/,
    );
    checkFix(call('""'), code, '[ { "type": "call", "option": { "actions": [ { "type": "answer" } ] } } ]');
  });

  test('fix: a UUID, here and in every reference to the same text', () => {
    const flow = (id: string) => `[
  { "type": "talk", "id": "${id}", "option": { "text": "menu" } }, // menu
  { "type": "branch", "option": { "default_target_id": "${id}", "target_ids": { "1": "${id}", "2": "Menu" } } },
  { "type": "condition_variable", "option": { "false_target_id": "${id}" } },
  { "type": "goto", "option": { "target_id": "${id}" }, "next_id": "${id}" }
]`;
    checkFix(flow('menu'), code, flow(fresh), 'Give it a UUID, here and in 5 references');
  });

  test('fix: not in another flow of the document', () => {
    const flow = (id: string) =>
      `[ { "type": "answer", "id": "${id}", "next_id": "${id}" }, { "type": "call", "option": { "actions": [ { "type": "answer", "next_id": "menu" } ] } } ]`;
    checkFix(flow('menu'), code, flow(fresh), 'Give it a UUID, here and in the reference');
  });

  test('fix: of two actions with one text the first takes the references along', () => {
    const model = readFlow(
      '[ { "type": "answer", "id": "b" }, { "type": "answer", "id": "b" }, { "type": "answer", "next_id": "b" } ]',
    );
    const context = { newId: () => fresh };
    const findings = checkFlow(model).filter((finding) => finding.code === code);
    const edits = findings.map(({ fixes }) => fixes(context)[0]?.edits.length);
    assert.deepEqual(edits, [2, 1]);
  });

  test('fix: of a number', () => {
    checkFix('[ { "type": "answer", "id": 5 } ]', code, `[ { "type": "answer", "id": "${fresh}" } ]`, 'Give it a UUID');
  });
});
