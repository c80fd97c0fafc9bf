import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { applyEdits, type Edit } from '../../../flow/edit/edit';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';
import { useUuids } from '../../../flow/plain/plainModel';
import { plainText } from '../../../flow/plain/plainText';
import { uuidOfName } from '../../../flow/plain/uuidOfName';
import { duplicateAction, freshIdOfType, idOf, nameAction, nameAllActions } from '../../../flow/refactor';
import { nameGiver } from '../../../flow/refactor/suggestedNames';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { arbitraryTexts } from '../../support/arbitraryTexts';
import { A, B, NOWHERE } from '../../support/ids';

const read = (text: string) => readFlow(text, { jsonc: true });
const change = (text: string, edits: (model: FlowModel) => readonly Edit[]) => applyEdits(text, edits(read(text)));

const menu = `[
  { "id": "${A}", "type": "talk", "option": { "text": "Welcome to us. Press 1 for sales." } }, // begins again
  { "type": "digits_receive", "option": { "length": 1 } },
  { "type": "branch", "option": { "target_ids": { "1": "${B}" }, "default_target_id": "${A.toUpperCase()}" } },
  { "id": "${B}", "type": "goto", "option": { "target_id": "${A}", "loop_count": 2 }, "next_id": "${NOWHERE}" },
]`;

suite('nameGiver', () => {
  test('gives no name twice, nor one that is taken', () => {
    const next = nameGiver(new Set(['menu-2', 'ask']));
    const names = ['menu', 'ask', 'menu', 'ask', 'menu'].map((word) => next([word]));
    assert.deepEqual(names, ['menu', 'ask-2', 'menu-3', 'ask-3', 'menu-4']);
  });

  test('gives no name that is a type: test files would mean the type by it', () => {
    const next = nameGiver(new Set(['beep', 'beep-2']));
    assert.deepEqual([next(['beep']), next(['beep']), next(['queue_join'])], ['beep-1', 'beep-3', 'queue_join-1']);
  });

  test('does not count from the start again for each of very many that say the same', () => {
    const next = nameGiver(new Set());
    let last = '';
    for (let count = 0; count < 50_000; count++) last = next(['hangup']);
    assert.equal(last, 'hangup-50000');
  });
});

suite('nameAction', () => {
  test('puts a name of its type and text into the id and into every reference', () => {
    const after = change(menu, (model) => (model.actions[0] ? nameAction(model, model.actions[0]) : []));
    assert.equal(after, menu.replaceAll(A, 'talk-welcome').replaceAll(A.toUpperCase(), 'talk-welcome'));
  });

  test('gives one to an action without an id', () => {
    const after = change(menu, (model) => (model.actions[1] ? nameAction(model, model.actions[1]) : []));
    assert.equal(
      after,
      menu.replace('{ "type": "digits_receive"', '{ "id": "digits-receive-1-digit", "type": "digits_receive"'),
    );
  });

  test('leaves alone what has a name, what VoIPbin keeps for itself, what is wrong, and plain JSON', () => {
    const wrong = `[ { "id": "ask", "type": "talk" }, { "id": "00000000-0000-0000-0000-000000000001", "type": "talk" },
      { "id": "1 ask", "type": "talk" }, { "id": "${A}", "type": "talk" }, { "id": "${A}", "type": "talk" } ]`;
    const model = read(wrong);
    const edits = model.actions.map((action) => nameAction(model, action).length);
    assert.deepEqual(edits, [0, 0, 0, 1, 0]);
    assert.deepEqual(nameAllActions(readFlow(menu)), []);
  });
});

suite('nameAllActions', () => {
  test('names each, no two of a list alike, and takes no name that a reference waits for', () => {
    const talk = (text: string, more = '') => `{ "type": "talk", "option": { "text": "${text}" }${more} }`;
    const named = (...names: string[]) => names.map((name) => `"id": "${name}", `);
    const before = `[ ${talk('Hello')}, ${talk('hello!')}, ${talk('안녕하세요')}, ${talk('', ', "next_id": "talk-hello"')} ]`;
    const [first, second, third, fourth] = named('talk-hello-2', 'talk-hello-3', 'talk-1', 'talk-2');
    const after = change(before, nameAllActions);
    assert.equal(
      after.replaceAll('{ "id"', '{ "id"'),
      `[ { ${first}${talk('Hello').slice(2)}, { ${second}${talk('hello!').slice(2)}, { ${third}${talk('안녕하세요').slice(2)}, { ${fourth}${talk('', ', "next_id": "talk-hello"').slice(2)} ]`,
    );
  });

  test('makes names of what says most', () => {
    const nameOf = (action: object) => read(change(JSON.stringify([action]), nameAllActions)).actions[0]?.name;
    assert.equal(
      nameOf({ type: 'talk', option: { text: '<speak>Thank you for calling the Café, bye</speak>' } }),
      'talk-thank-calling',
    );
    assert.equal(
      nameOf({ type: 'play', option: { stream_urls: ['https://a.example/tunes/on-hold.wav'] } }),
      'play-hold-wav',
    );
    assert.equal(
      nameOf({ type: 'variable_set', option: { key: 'customer_name', value: 'x' } }),
      'variable-set-customer-name-x',
    );
    assert.equal(nameOf({ type: 'hangup' }), 'hangup-1');
    assert.equal(nameOf({ type: '2nd' }), 'action-2nd');
    assert.equal(nameOf({}), 'action');
    assert.equal(nameOf({ type: 'a'.repeat(90) })?.length, 64);
  });

  test('changes no way, and Use UUIDs gives back what VoIPbin had', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const text = JSON.stringify(flow);
        const named = change(text, nameAllActions);
        assert.ok(read(named).actions.every(({ name }) => name !== undefined));
        const before = edgesOf(read(text));
        assert.deepEqual(edgesOf(read(named)), before);
        const back = change(named, useUuids);
        assert.equal(plainText(read(back)), plainText(read(named)));
        assert.ok(read(back).actions.every(({ name }) => name === undefined));
      }),
    );
  });

  test('works on any text, and asks for nothing more afterwards', () => {
    fc.assert(
      fc.property(arbitraryTexts, (text) => {
        const once = change(text, nameAllActions);
        assert.equal(read(once).actions.length, read(text).actions.length);
        change(once, useUuids);
      }),
    );
  });
});

/** Which action each reference leads to, by its place. */
const edgesOf = (model: FlowModel) =>
  model.references.map(({ id, from }) => (id === undefined ? -1 : (from.scope.byId.get(id)?.[0]?.order ?? -1)));

suite('useUuids', () => {
  test('puts the UUIDs that VoIPbin gets in the place of names, comments stay', () => {
    const text = '[ { "id": "ask", "type": "talk", "next_id": "ask" }, /* end */ ]';
    assert.equal(change(text, useUuids), text.replaceAll('"ask"', `"${uuidOfName('', 'ask')}"`));
  });
});

suite('a document that uses names', () => {
  const newId = () => A;
  const named = '[ { "id": "ask", "type": "talk" }, { "type": "hangup" } ]';

  test('gets names where other documents get UUIDs', () => {
    const model = read(named);
    const [ask, hangup] = model.actions;
    assert.ok(ask && hangup);
    assert.equal(idOf(model, hangup, newId).id, 'hangup-1');
    assert.equal(freshIdOfType(model, ask.scope, 'hangup', newId), 'hangup-2');
    assert.equal(
      applyEdits(named, duplicateAction(model, ask, newId)),
      '[ { "id": "ask", "type": "talk" }, { "id": "ask-2", "type": "talk" }, { "type": "hangup" } ]',
    );
    const call = '[{"id": "dial", "type": "call", "option": {"actions": [{"id": "ask", "type": "talk"}]}}]';
    const outer = read(call);
    const [dial] = outer.actions;
    const copied = applyEdits(call, dial ? duplicateAction(outer, dial, newId) : []);
    assert.equal(copied, `${call.slice(0, -1)}, ${call.slice(1).replace('dial', 'dial-2')}`);
    const plain = read(named.replace('ask', B));
    assert.equal(plain.actions[1] && idOf(plain, plain.actions[1], newId).id, A);
  });
});
