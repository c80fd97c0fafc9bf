import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';
import { readFlow } from '../../../flow/model/flowModel';
import { readExamples } from '../../../scripts/readExamples';
import { root } from '../../support/repository';

const contentOf = (text: string) => {
  const { root } = parseJson(text);
  return root && toValue(root);
};
const actions = '[ { "type": "talk" }, { "type": "hangup" } ]';
const list = [{ type: 'talk' }, { type: 'hangup' }];
const typesIn = (text: string) => readFlow(text).actions.map(({ type }) => type);

suite('a text that a mistake tears apart', () => {
  test('keeps what stands behind a quote too many', () => {
    for (const key of ['"detail": "Three "keys, too"', '"name": "Bob"s menu"', '"detail": "Three keys "lead to"'])
      for (const glue of [',\n', ', ', ',\r\n  '])
        assert.deepEqual(typesIn(`{ ${key}${glue}"actions": ${actions} }`), ['talk', 'hangup'], key + glue);
    assert.deepEqual(typesIn(`{ "na "actions": ${actions} }`), ['talk', 'hangup']);
    assert.deepEqual(contentOf(`{ "a"ctions": ${actions} }`), { actions: list });
    assert.deepEqual(contentOf(`{ "  "actions": ${actions} }`), { actions: list });
  });

  test('keeps what stands behind a bracket too many, or one that is missing', () => {
    assert.deepEqual(typesIn(`{ {} "actions": ${actions} }`), ['talk', 'hangup']);
    assert.deepEqual(typesIn(`{ "name": "x" }, "actions": ${actions} }`), ['talk', 'hangup']);
    assert.deepEqual(typesIn('{ "actions": [ { "type": "talk" } }, { "type": "hangup" } ] }'), ['talk', 'hangup']);
    assert.deepEqual(typesIn('{ "actions": [ { "type": "talk", { "type": "hangup" } ], "name": "x" }'), [
      'talk',
      'hangup',
    ]);
  });

  test('what follows a root without a mistake is not a part of it', () => {
    assert.deepEqual(contentOf('{ "a": 1 }\n{ "b": 2 }'), { a: 1 });
    assert.deepEqual(contentOf('[1] [2]'), [1]);
  });

  test('of the examples a quote too many hides at most the action that it is in, wherever it stands', () => {
    const menu = readExamples(root)['branch-menu'] ?? assert.fail();
    const whole = readFlow(menu).actions.length;
    for (let at = 1; at < menu.trimEnd().length; at++) {
      const { actions: left } = readFlow(`${menu.slice(0, at)}"${menu.slice(at)}`);
      assert.ok(left.length >= whole - 1, `${left.length} of ${whole} at …${menu.slice(at - 20, at)}¦`);
    }
  });

  test('is read in time that grows with it', () => {
    const line = '{ "type": "talk", "option": { "text": "He said "hi" to", "me": } ]\n';
    assert.ok(parseJson(`[ ${line.repeat(20_000)}`).root);
  });
});
