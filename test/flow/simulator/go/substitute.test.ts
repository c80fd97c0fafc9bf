import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { optionTraits, substituteOption, substituteText } from '../../../../flow/simulator/go/substitute';
import { act, optionsOf, run, say, set } from '../support/flows';

const values = new Map([
  ['name', 'Ann'],
  ['a b', 'spaced'],
  ['tpl', '${name}'],
  ['', 'nameless'],
]);
const lookup = (name: string) => values.get(name);
const fill = (text: string) => substituteText(text, lookup);
const fillOption = (option: JsonObject) => substituteOption(option, lookup);

suite('substitution of a text', () => {
  test('names are taken as they stand; unknown ones are empty', () => {
    assert.equal(fill('[${name}][${ name }][${Name}][${a b}][${}]'), '[Ann][][][spaced][nameless]');
  });

  test('the shortest match counts: there is no nesting', () => {
    assert.equal(fill('[${${name}}]'), '[}]');
    assert.equal(fill('[${x${name}y}]'), '[y}]');
  });

  test('values are inserted raw and not looked at again', () => assert.equal(fill('${tpl}'), '${name}'));

  test('only ${…} is a variable', () => {
    for (const text of ['$name', '{name}', '{{name}}', '${name', 'name}', '$ {name}']) assert.equal(fill(text), text);
    assert.equal(fill('\\${name}'), '\\Ann');
  });

  test('a name may hold any line end but a line feed', () => {
    assert.equal(fill('${na\nme}'), '${na\nme}');
    assert.equal(fill('[${na\rme}][${na\u2028me}]'), '[][]');
  });
});

suite('substitution of an option', () => {
  test('reaches every text at any depth, and no key', () => {
    assert.deepEqual(fillOption({ '${name}': ['${name}', { a: ['${name}'] }] }), {
      '${name}': ['Ann', { a: ['Ann'] }],
    });
  });

  test('elements of lists become texts, the same values in objects stay', () => {
    assert.deepEqual(fillOption({ n: 5, b: true, z: null, list: [5, true, null, 1e-6, [7], { n: 7 }] }), {
      n: 5,
      b: true,
      z: null,
      list: ['5', 'true', '<nil>', '1e-06', ['7'], { n: 7 }],
    });
  });

  test('leaves the given option alone', () => {
    const option = { text: '${name}' };
    fillOption(option);
    assert.deepEqual(option, { text: '${name}' });
  });

  test('"__proto__" is a key like any other', () => {
    const option = JSON.parse('{"__proto__":"${name}"}') as JsonObject;
    assert.equal(JSON.stringify(fillOption(option)), '{"__proto__":"Ann"}');
  });

  test('traits tell whether there is anything to do', () => {
    assert.deepEqual(optionTraits({ a: 'x', b: [['y']] }), {
      changes: false,
      holdsListElements: false,
      readsReferenceData: false,
    });
    assert.equal(optionTraits({ a: { b: '${x}' } }).changes, true);
    assert.equal(optionTraits({ a: [1] }).holdsListElements, true);
    assert.equal(optionTraits({ a: '${voipbin.flow.reference_data}' }).readsReferenceData, true);
  });
});

suite('variables in a run', () => {
  test('an option is filled in when its action becomes current; the document keeps its template', () => {
    assert.deepEqual(run([set('x', '1'), say('${x}'), set('x', '2'), say('${x}')]).said, ['1', '2']);
  });

  test('variable_set fills in its value twice', () => {
    const { variables } = run([set('a', '${b}'), set('c', '$${d}{a}')], { variables: { b: '${a}', d: '' } });
    assert.equal(variables.a, '');
    assert.equal(variables.c, '');
    assert.equal(
      run([set('k', '${t1}')], { variables: { t1: '${t2}', t2: '${t3}', t3: 'deep' } }).variables.k,
      '${t3}',
    );
  });

  test('without a key it sets the variable with the empty name; null empties, other values are left alone', () => {
    const { variables } = run([act('variable_set', { value: 'v' }), set('n', null), set('m', 5)], {
      variables: { n: 'old', m: 'old' },
    });
    assert.deepEqual([variables[''], variables.n, variables.m], ['v', '', 'old']);
  });

  test('nothing protects the names of the platform', () => {
    assert.equal(run([set('voipbin.activeflow.id', 'x')]).variables['voipbin.activeflow.id'], 'x');
  });

  test('the run has variables of its own from the start', () => {
    const { variables } = run([], { referenceType: 'api' });
    assert.equal(variables['voipbin.activeflow.reference_type'], 'api');
    assert.equal(variables['voipbin.activeflow.complete_count'], '0');
    assert.equal(variables['voipbin.call.digits'], undefined);
  });

  test('reference data is asked for where it is read, and a variable of that name hides it', () => {
    const world = { reference_data: '{"id":"1"}' };
    assert.equal(run([set('x', '${voipbin.flow.reference_data}')], { world }).variables.x, '{"id":"1"}');
    const hidden = run([set('voipbin.flow.reference_data', 'mine'), say('${voipbin.flow.reference_data}')], { world });
    assert.deepEqual(hidden.said, ['mine']);
  });

  test('numbers in lists are texts in the executed option', () => {
    const ran = run([act('play', { stream_urls: ['a', 1] })]);
    assert.deepEqual(optionsOf(ran), [{ stream_urls: ['a', '1'] }]);
    const kept = run([act('play', { stream_urls: ['a', 1] })], { quirks: { 'array-elements-become-strings': false } });
    assert.deepEqual(optionsOf(kept), [{ stream_urls: ['a', 1] }]);
  });
});
