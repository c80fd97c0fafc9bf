import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { isHarmless } from '../../../flow/json/parse';
import { readFlow } from '../../../flow/model/flowModel';
import { idsAsNames } from '../../../flow/plain/idsAsNames';
import { plainFlow } from '../../../flow/plain/plainFlow';
import { plainText } from '../../../flow/plain/plainText';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { arbitraryTexts } from '../../support/arbitraryTexts';
import { A, B } from '../../support/ids';

const read = (text: string) => readFlow(text, { jsonc: true });
/** Whatever stands in a file, with names where ids are. */
const namedTexts = arbitraryTexts.map((text) => text.replaceAll(A, 'first').replaceAll(B, 'second-one'));
const plainValue = (text: string) => JSON.parse(plainText(read(text))) as unknown;

suite('uuidOfName', () => {
  test('makes a UUID of version 5, as Node does from the same bytes', () => {
    const namespace = Buffer.from('8b054006f3d840a384a82ab8561c454e', 'hex');
    const digest = createHash('sha1').update(namespace).update('/outbound/welcome').digest();
    const uuid = uuidOfName('/outbound', 'welcome');
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(uuid.slice(0, 8), digest.toString('hex').slice(0, 8));
    assert.equal(uuid.slice(24), digest.toString('hex').slice(20, 32));
  });

  test('never changes: flows are registered with these ids', () => {
    assert.equal(uuidOfName('', 'welcome'), 'f9eec84f-0fbf-5c95-8e1a-23438dc97db7');
  });
});

suite('plainText', () => {
  test('has UUIDs in the place of names, in ids and in every kind of reference', () => {
    const text = `{
      // The main menu.
      "actions": [
        { "id": "ask", "type": "digits_receive", "next_id": "choose", "option": { "length": 1, }, },
        { "id": "choose", "type": "branch", "option": { "target_ids": { "1": "again" }, "default_target_id": "late" } },
        { "id": "again", "type": "goto", "option": { "target_id": "ask", "loop_count": 2 } },
        { "id": "late", "type": "condition_variable", "option": { "variable": "again", "false_target_id": "ask" } },
      ],
    }`;
    const [ask, choose, again, late] = ['ask', 'choose', 'again', 'late'].map((name) => uuidOfName('', name));
    assert.deepEqual(plainValue(text), {
      actions: [
        { id: ask, type: 'digits_receive', next_id: choose, option: { length: 1 } },
        { id: choose, type: 'branch', option: { target_ids: { 1: again }, default_target_id: late } },
        { id: again, type: 'goto', option: { target_id: ask, loop_count: 2 } },
        // What is not a reference stays, also where it reads as a name.
        { id: late, type: 'condition_variable', option: { variable: 'again', false_target_id: ask } },
      ],
    });
  });

  test('gives one name in two lists two UUIDs, which depend on the calls around and not on their place', () => {
    const call = (id: string) =>
      `{ ${id} "type": "call", "option": { "actions": [{ "id": "hello", "type": "answer" }] } }`;
    const idsOf = (text: string) => {
      const { model } = plainFlow(read(text));
      return model.actions.filter(({ scope }) => scope.owner).map(({ id }) => id);
    };
    const [named] = idsOf(`[${call('"id": "out",')}]`);
    const [first, second] = idsOf(`[${call('')}, ${call('')}]`);
    assert.equal(named, uuidOfName('/out', 'hello'));
    assert.deepEqual([first, second], [uuidOfName('/#1', 'hello'), uuidOfName('/#2', 'hello')]);
    assert.deepEqual(idsOf(`[{ "type": "answer" }, ${call('"id": "out",')}]`), [named]);
    assert.deepEqual(idsOf(`[{ "type": "answer" }, ${call('')}]`), [first]);
    assert.deepEqual(idsOf(`[${call(`"id": "${A.toUpperCase()}",`)}]`), [uuidOfName(`/${A}`, 'hello')]);
  });

  test('leaves a *.flow.json as it is, laid out', () => {
    const text = '[{"id":"welcome","type":"answer","big":9007199254740993,"one":1.0,"one":"\\u00e9"}]';
    assert.equal(
      plainText(readFlow(text)),
      `[
  {
    "id": "welcome",
    "type": "answer",
    "big": 9007199254740993,
    "one": 1.0,
    "one": "é"
  }
]
`,
    );
  });

  test('is empty where there is nothing', () => assert.equal(plainText(read('// nothing yet')), ''));

  test('is JSON for every text, and made of itself the same', () => {
    fc.assert(
      fc.property(namedTexts, fc.boolean(), (text, jsonc) => {
        const model = readFlow(text, { jsonc });
        const plain = plainText(model);
        if (plain === '') return;
        JSON.parse(plain);
        if (model.issues.every(isHarmless)) assert.equal(plainText(readFlow(plain, { jsonc })), plain);
      }),
    );
  });
});

suite('plainFlow', () => {
  test('leads from the UUIDs that VoIPbin reports back to the actions of the document', () => {
    const model = read(`[{ "id": "hello", "type": "answer" }, { "id": "${A.toUpperCase()}", "type": "hangup" }]`);
    const plain = plainFlow(model);
    const hello = plain.actionById.get(uuidOfName('', 'hello'));
    assert.equal(hello?.name, 'hello');
    assert.equal(hello, model.actions[0]);
    assert.equal(plain.actionById.get(A), model.actions[1]);
    assert.equal(model.actions[1]?.name, undefined);
  });

  test('gives the model itself where there are no names', () => {
    for (const jsonc of [false, true]) {
      const model = readFlow(`[{ "id": "${A}", "type": "answer" }]`, { jsonc });
      assert.equal(plainFlow(model).model, model);
    }
  });

  test('keeps every action of any text, its path and its type', () => {
    fc.assert(
      fc.property(namedTexts, (text) => {
        const model = read(text);
        const plain = plainFlow(model).model;
        assert.equal(plain.actions.length, model.actions.length);
        for (const [at, { type, id, name }] of model.actions.entries()) {
          assert.equal(plain.actions[at]?.type, type);
          if (id !== undefined && name === undefined) assert.equal(plain.actions[at]?.id, id);
        }
      }),
    );
  });
});

suite('idsAsNames', () => {
  test('puts names into sentences, those of references that lead nowhere too', () => {
    const model = read('[{ "id": "hello", "type": "answer", "next_id": "nowhere" }]');
    const [hello, nowhere] = [uuidOfName('', 'hello'), uuidOfName('', 'nowhere').toUpperCase()];
    assert.equal(idsAsNames(model, `${hello} leads to ${nowhere}, not to ${A}`), `hello leads to nowhere, not to ${A}`);
    assert.equal(idsAsNames(readFlow(model.text), hello), hello);
  });
});
