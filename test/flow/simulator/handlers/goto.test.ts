import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { A, act, B, FLOW, NOWHERE, optionsOf, run, say, set, way } from '../support/flows';

const loop = (option: JsonObject) => [say('1', { id: A }), act('goto', option), say('end')];
const observed = { semantics: 'observed' } as const;

suite('goto', () => {
  test('without a count, with 0 and with less it does not jump', () => {
    for (const option of [{}, { loop_count: 0 }, { loop_count: -1 }, { loop_count: null }]) {
      assert.equal(way(loop({ target_id: A, ...option })), '0 1 2 | finished');
    }
  });

  test('as documented it jumps as often as its count says', () => {
    assert.equal(way(loop({ target_id: A, loop_count: 2 })), '0 1 0 1 0 1 2 | finished');
  });

  test('as observed any count jumps until the executions are used up', () => {
    const ran = run(loop({ target_id: A, loop_count: 2 }), observed);
    assert.equal(ran.end, 'stopped: budget');
    assert.deepEqual(
      optionsOf(ran)
        .filter((option) => 'loop_count' in option)
        .slice(0, 4)
        .map(({ loop_count: count }) => count),
      [2, 1, 1, 1],
    );
  });

  test('a spent count stays spent when the goto is reached again', () => {
    const flow = [
      say('1', { id: A }),
      act('goto', { target_id: A, loop_count: 1 }),
      set('n', '${n}x'),
      act('condition_variable', {
        condition: '==',
        variable: '${n}',
        value_type: 'string',
        value_string: 'xx',
        false_target_id: A,
      }),
    ];
    assert.equal(way(flow), '0 1 0 1 2 3 0 1 2 3 | finished');
  });

  test('a list that is fetched again brings a fresh count', () => {
    const world = { flows: { [FLOW]: [say('1', { id: B }), act('goto', { target_id: B, loop_count: 1 })] } };
    const { said } = run([act('fetch_flow', { flow_id: FLOW }), act('fetch_flow', { flow_id: FLOW })], { world });
    assert.equal(said.length, 4);
  });

  test('a target that is not a UUID stops the flow even when it would not jump', () => {
    assert.equal(way(loop({ target_id: 'menu' })), '0 1 | stopped: decode');
    assert.equal(way(loop({ target_id: '' })), '0 1 | stopped: decode');
  });

  test('an unknown target stops the flow only when it would jump', () => {
    assert.equal(way(loop({ target_id: NOWHERE, loop_count: 1 })), '0 1 | stopped: no more stack left');
    assert.equal(way(loop({ target_id: NOWHERE })), '0 1 2 | finished');
  });

  test('a count that is not an integer stops the flow', () => {
    assert.equal(way(loop({ target_id: A, loop_count: '2' })), '0 1 | stopped: decode');
    assert.equal(way(loop({ target_id: A, loop_count: 1.5 })), '0 1 | stopped: decode');
  });

  test('keys in another case work, and the count is written beside them', () => {
    const ran = run(loop({ TARGET_ID: A, Loop_Count: 2 }));
    assert.equal(ran.path, '0 1 0 1 0 1 2');
    assert.deepEqual(optionsOf(ran)[3], { TARGET_ID: A, Loop_Count: 2, target_id: A, loop_count: 1 });
  });

  test('a target from a variable is frozen by the first jump', () => {
    const flow = [
      set('t', '${u}', { id: A }),
      set('u', B, { id: B }),
      act('goto', { target_id: '${t}', loop_count: 2 }),
      say('end'),
    ];
    const variables = { u: A };
    assert.equal(way(flow, { variables }), '0 1 2 0 1 2 0 1 2 3 | finished');
    const quirks = { 'goto-target-frozen-after-first-jump': false };
    assert.equal(way(flow, { variables, quirks }), '0 1 2 0 1 2 1 2 3 | finished');
  });

  test('with its deviation off, a goto without a count always jumps', () => {
    const { end } = run(loop({ target_id: A }), { quirks: { 'goto-without-count-never-jumps': false } });
    assert.equal(end, 'stopped: budget');
  });
});
