import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../flow/json/jsonValue';
import { compareSemantics, scriptedWorld, type WorldScript } from '../../../flow/simulator';
import { A, act, say, set } from './support/flows';

const compare = (actions: JsonObject[], world: WorldScript = {}) =>
  compareSemantics({ actions, referenceType: 'call' }, () => scriptedWorld(world));

suite('compareSemantics', () => {
  test('finds nothing where both go the same way', () => {
    assert.equal(compare([say('x'), act('hangup')]).parting, undefined);
  });

  test('finds the last action that both execute, and why they part', () => {
    const loop = [say('x', { id: A }), act('goto', { target_id: A, loop_count: 1 }), say('end')];
    const { parting } = compare(loop);
    assert.equal(parting?.place?.index, '1');
    assert.deepEqual(parting?.quirks, ['goto-loop-count-never-zero']);
    assert.deepEqual([parting?.documented.next?.index, parting?.documented.end.outcome], ['2', 'finished']);
    assert.deepEqual([parting?.observed.next?.index, parting?.observed.end.error], ['0', 'budget']);
  });

  test('names the deviation for each of the six', () => {
    const flows: Readonly<Record<string, JsonObject[]>> = {
      'branch-no-default-stops': [act('branch'), say('x')],
      'weekdays-abort': [act('condition_datetime', { weekdays: [3], hour: -1, minute: -1 }), say('x')],
      'datetime-operands-swapped': [
        act('condition_datetime', { condition: '>', hour: 9, minute: -1, false_target_id: A }),
        say('x'),
        say('y', { id: A }),
      ],
      'condition-variable-literal': [
        act('condition_variable', {
          condition: '==',
          variable: 'v',
          value_type: 'string',
          value_string: '',
          false_target_id: A,
        }),
        say('x'),
        say('y', { id: A }),
      ],
      'length-counts-bytes': [
        set('v', 'é'),
        act('condition_variable', {
          condition: '==',
          variable: '${v}',
          value_type: 'length',
          value_length: 1,
          false_target_id: A,
        }),
        say('x'),
        say('y', { id: A }),
      ],
    };
    for (const [name, flow] of Object.entries(flows)) {
      assert.deepEqual(compare(flow, { now: '2026-11-18T10:30:00Z' }).parting?.quirks, [name]);
    }
  });

  const party = { type: 'tel', target: '+15550100002' };
  const place = (...actions: JsonObject[]) => act('call', { source: party, destinations: [party], actions });
  const drops = act('branch', { target_ids: { '1': A } });
  const menu = [drops, say('x', { id: A })];

  test('finds where a placed call differs, and in which', () => {
    const within = (...actions: JsonObject[]) => compare(actions, { calls: [] }).parting?.within;
    assert.deepEqual(within(place(say('x')), place(...menu)), [1]);
    assert.deepEqual(within(place(place(...menu))), [0, 0]);
    assert.deepEqual(within(...menu), []);
    const { parting } = compare([place(say('x'), ...menu)]);
    assert.equal(parting?.place?.index, '1');
    assert.deepEqual(parting?.quirks, ['branch-no-default-stops']);
    assert.deepEqual([parting?.documented.end.outcome, parting?.observed.end.outcome], ['finished', 'stopped']);
  });

  test('each run has a world of its own, so that keys are not used up', () => {
    const { documented, observed } = compare([say('aaaa'), act('digits_receive', { duration: 5000, length: 1 })], {
      keys: [{ at: 500, keys: '1' }],
    });
    assert.equal(documented.result.variables['voipbin.call.digits'], '1');
    assert.equal(observed.result.variables['voipbin.call.digits'], '1');
  });
});
