import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { A, act, B, FINISH, NOWHERE, run, say, set, way } from '../support/flows';

const menu = (option: JsonObject, before: JsonObject[] = []) => [
  ...before,
  act('branch', option),
  say('default', { id: A, next_id: FINISH }),
  say('case', { id: B, next_id: FINISH }),
];
const pressed = (value: string) => [set('voipbin.call.digits', value)];

suite('branch', () => {
  test('takes the case that equals the value exactly, else the default', () => {
    const option = { default_target_id: A, target_ids: { '1': B } };
    assert.equal(way(menu(option, pressed('1'))), '0 1 3 | finished');
    assert.equal(way(menu(option, pressed('1#'))), '0 1 2 | finished');
    assert.equal(way(menu({ default_target_id: A, target_ids: { a: B } }, pressed('A'))), '0 1 2 | finished');
  });

  test('the value of an unset variable is empty, which a case may catch', () => {
    assert.equal(way(menu({ variable: 'x', default_target_id: A, target_ids: { '': B } })), '0 2 | finished');
  });

  test('looks at the digits by default and empties what it looked at', () => {
    const option = { default_target_id: A, target_ids: { '1': B } };
    assert.equal(run(menu(option, pressed('1'))).variables['voipbin.call.digits'], '');
    const twice = [
      ...pressed('1'),
      act('branch', { target_ids: { '1': B } }),
      act('branch', option, { id: B }),
      say('default', { id: A }),
    ];
    assert.equal(way(twice), '0 1 2 3 | finished');
  });

  test('takes a bare name: a value in braces is looked up as a name', () => {
    const before = [set('x', '1')];
    const option = { variable: '${x}', default_target_id: A, target_ids: { '1': B } };
    assert.equal(way(menu(option, before)), '0 1 2 | finished');
    assert.equal(way(menu(option, before), { quirks: { 'branch-variable-braces': false } }), '0 1 3 | finished');
    assert.equal(way(menu({ ...option, variable: 'x' }, before)), '0 1 3 | finished');
  });

  test('without a match and a default it stops the flow, as documented it goes on', () => {
    const option = { target_ids: { '1': B } };
    assert.equal(way(menu(option), { semantics: 'observed' }), '0 | stopped: invalid action id');
    assert.equal(way(menu(option)), '0 1 | finished');
  });

  test('an unknown target stops the flow in both semantics', () => {
    for (const semantics of ['documented', 'observed'] as const) {
      assert.equal(way(menu({ default_target_id: NOWHERE }), { semantics }), '0 | stopped: no more stack left');
    }
  });

  test('one value that is not a UUID spoils every case', () => {
    const option = { default_target_id: A, target_ids: { '1': B, '2': 'menu' } };
    assert.equal(way(menu(option, pressed('1'))), '0 1 | stopped: decode');
  });

  test('a null target is not an id', () => {
    assert.equal(way(menu({ default_target_id: A, target_ids: { '': null } })), '0 | stopped: invalid action id');
  });

  test('values of cases are substituted, keys are not', () => {
    const before = [set('t', B), ...pressed('1')];
    assert.equal(way(menu({ default_target_id: A, target_ids: { '1': '${t}' } }, before)), '0 1 2 4 | finished');
    assert.equal(way(menu({ default_target_id: A, target_ids: { '${t}': B } }, before)), '0 1 2 3 | finished');
  });

  test('tells which value and which case decided', () => {
    const jumps = run(menu({ default_target_id: A, target_ids: { '1': B } }, pressed('1'))).simulation.events.filter(
      (event) => event.type === 'jump' && event.branch,
    );
    assert.deepEqual(
      jumps.map((event) => event.type === 'jump' && [event.edge, event.branch, event.to.index]),
      [['branch-case', { variable: 'voipbin.call.digits', value: '1', matched: '1' }, '3']],
    );
  });
});
