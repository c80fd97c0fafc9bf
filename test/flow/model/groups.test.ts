import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionsOfType } from '../../../flow/model/actionsOfType';
import { readFlow } from '../../../flow/model/flowModel';
import { listOptions } from '../../../flow/model/listOptions';
import { pointerOf } from '../../support/pointerOf';

const model = readFlow(
  JSON.stringify([
    { type: 'sleep', option: { duration: 1000, Colour: 'red' } },
    { type: 'talk', option: { text: 'a', language: 'en-US' } },
    { id: 5 },
    { type: 'sleep', option: { duration: 2000, colour: 'blue' } },
  ]),
);
const pointers = (list: readonly { readonly node: Parameters<typeof pointerOf>[0] }[]) =>
  list.map((item) => pointerOf(item.node));

suite('options and actions in groups', () => {
  test('options by what the catalog says of them', () => {
    assert.deepEqual(pointers(listOptions(model, (field) => field.unit === 'ms')), [
      '/0/option/duration',
      '/3/option/duration',
    ]);
    assert.deepEqual(pointers(listOptions(model, (field) => field.unit === 's')), []);
    const all = [...model.optionsByField.values()].flat();
    assert.equal(all.length, model.options.length);
  });

  test('unknown names stand in a group of their own', () => {
    assert.deepEqual(pointers(model.optionsByField.get(undefined) ?? []), ['/0/option/Colour', '/3/option/colour']);
  });

  test('actions by type', () => {
    assert.deepEqual(pointers(actionsOfType(model, 'sleep')), ['/0', '/3']);
    assert.deepEqual(actionsOfType(model, 'hangup'), []);
    assert.deepEqual([...model.actionsByType.keys()], ['sleep', 'talk', undefined]);
  });
});
