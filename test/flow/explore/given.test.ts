import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import { askFor, branch, connect, hangup, ifTime, say, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { assertExplored, type ExploredCase } from '../../support/assertExplored';
import { A, B, C, D } from '../../support/ids';

const inner = 'f0000000-0000-4000-8000-000000000001';
const innermost = 'f0000000-0000-4000-8000-000000000002';
const run = (flow: string) => ({ type: 'fetch_flow', option: { flow_id: flow } });
const typed = (...entries: string[]) => [{}, ...entries.map((entry) => ({ digits: [entry] }))];
const keep = [askFor(), set('a', '${voipbin.call.digits}'), set('voipbin.call.digits', ''), say()];
const byA = [branch({ '1': C }, D, 'a'), { id: C, ...hangup }, { id: D, ...say() }];
const longText = say('A longer text than the other one, that takes its time');
const twoTexts = [
  say(),
  branch({ '1': A }, B),
  { id: A, ...hangup },
  { id: B, ...longText },
  branch({ '1': A }, C),
  { id: C, ...stop },
];

const cases = {
  'a stored flow that reads a variable': {
    actions: [...keep, run(inner), stop],
    worlds: typed('1', '2'),
    given: { flows: { [inner]: byA } },
  },
  'a stored flow within a stored flow': {
    actions: [...keep, run(inner), stop],
    worlds: typed('1', '2'),
    given: { flows: { [inner]: [say(), run(innermost)], [innermost]: { actions: byA } } },
  },
  'a stored flow that sets what the flow compares': {
    actions: [run(inner), branch({ '7': A }, B, 'a'), { id: A, ...hangup }, { id: B, ...stop }],
    worlds: typed('7', '1'),
    given: { flows: { [inner]: [askFor(), set('a', '${voipbin.call.digits}')] } },
  },
  'a stored flow that compares another time': {
    actions: [run(inner), ifTime({ hour: 9 }, A), stop, { id: A, ...hangup }],
    worlds: ['09', '10', '12'].map((hour) => ({ now: `2026-01-01T${hour}:00:00Z` })),
    given: { flows: { [inner]: [ifTime({ hour: 12 }, B), hangup, { id: B, ...say() }] } },
  },
  'a list that a URL answers': {
    actions: [...keep, { type: 'fetch', option: { event_url: 'https://flows.example/' } }, stop],
    worlds: typed('1', '2'),
    given: {
      fetch: {
        'https://flows.example/': {
          status: 200,
          body: JSON.stringify([{ id: A, ...byA[0] }, ...byA.slice(1)]),
        },
      },
    },
  },
  'a jump out of a stored flow': {
    actions: [
      ...keep,
      run(inner),
      stop,
      { id: A, ...branch({ '1': B }, C, 'a') },
      { id: B, ...hangup },
      { id: C, ...stop },
    ],
    worlds: typed('1', '2'),
    given: { flows: { [inner]: [say(), { type: 'goto', option: { target_id: A, loop_count: 1 } }] } },
  },
  'the executions of stored flows': {
    actions: [{ id: A, ...say() }, run(inner), { type: 'goto', option: { target_id: A, loop_count: 100 } }, stop],
    worlds: [...typed('1'), { digits: ['', '', '1'] }],
    given: {
      flows: {
        [inner]: [{ type: 'answer' }, askFor(), branch({ '1': C }, D), { id: C, ...hangup }, { id: D, type: 'answer' }],
      },
    },
  },
  'the flow of a conference': {
    actions: [...keep, { type: 'conference_join', option: { conference_id: A } }, hangup],
    worlds: typed('1', '2'),
    given: { conferences: { [A]: { pre_flow_id: inner } }, flows: { [inner]: byA } },
  },
  'a menu in the wait flow of a queue': {
    actions: [{ type: 'queue_join', option: { queue_id: A } }, say(), hangup],
    worlds: [...typed('1'), { digits: ['', '1'] }],
    given: {
      queues: { [A]: { wait_flow_id: inner } },
      flows: { [inner]: [askFor(), branch({ '1': C }, D), { id: C, ...stop }, { id: D, ...say() }] },
    },
  },
  'an AI in the wait flow of a queue, after another one': {
    actions: [{ type: 'ai_talk', option: { ai_id: A } }, { type: 'queue_join', option: { queue_id: A } }, hangup],
    worlds: [{}, { ai_sets: { a: '1' } }, { ai_sets: { a: '2' } }],
    given: {
      queues: { [A]: { wait_flow_id: inner } },
      flows: {
        [inner]: [
          set('a', ''),
          { type: 'ai_talk', option: { ai_id: A } },
          branch({ '1': C }, D, 'a'),
          { id: C, ...stop },
          { id: D, ...say() },
        ],
      },
    },
  },
  'a queue that gives up': {
    actions: [{ type: 'queue_join', option: { queue_id: A } }, say(), hangup],
    worlds: [{}, { hangs_up_at: 7000 }],
    given: {
      queues: { [A]: { wait_flow_id: inner, gives_up_after: 12_000 } },
      flows: { [inner]: [{ type: 'sleep', option: { duration: 5000 } }] },
    },
  },
  'the digits of each entry': {
    actions: [
      askFor(),
      branch({ '1': A }, B),
      { id: A, ...hangup },
      { id: B, ...askFor() },
      branch({ '1': A }, C),
      { id: C, ...stop },
    ],
    worlds: [{}, { hangs_up_at: 100 }],
    given: { digits: ['2', '1'] },
  },
  'keys by the clock': { actions: twoTexts, worlds: [{}], given: { keys: [{ at: 2500, keys: '1' }] } },
  'two keys by the clock': {
    actions: twoTexts,
    worlds: [{}],
    given: {
      keys: [
        { at: 250, keys: '3' },
        { at: 3500, keys: '2' },
      ],
    },
  },
  'when the caller hangs up': {
    actions: [askFor(), branch({ '1': A }, B), { id: A, ...hangup }, { id: B, ...longText }, stop],
    worlds: typed('1', '2'),
    given: { hangs_up_at: 3500 },
  },
  'what parties do, in their order': {
    actions: [connect(), connect(1, { relay_reason: true }), stop],
    worlds: [{}],
    given: { callees: ['busy', 'fails'] },
  },
  'what parties do, by their numbers': {
    actions: [connect(), connect(1, { relay_reason: true }), stop],
    worlds: [{}],
    given: { callees: { '+15550100002': 'busy' } },
  },
  'the time': {
    actions: [say(), ifTime({ hour: 12 }, B), stop, { id: B, ...hangup }],
    worlds: [{}],
    given: { now: '2026-01-01T11:59:59.500Z' },
  },
} as unknown as Readonly<Record<string, ExploredCase>>;

suite('explore: what is known of the outside', () => {
  for (const [name, { actions, worlds, given }] of Object.entries(cases)) {
    test(name, () => assertExplored(inputOf(actions), worlds, given));
  }

  test('when an agent comes is not known where the moment of a key or a hang-up is given', () => {
    const flow = [{ type: 'queue_join', option: { queue_id: A } }, askFor(), stop];
    const known = { wait_flow_id: innermost, agent_after: 71 };
    const world = { queues: { [A]: known }, flows: { [innermost]: [{ type: 'sleep', option: { duration: 5000 } }] } };
    for (const given of [{ hangs_up_at: 32_247 }, { keys: [{ at: 400, keys: '1' }] }]) {
      const { complete, leftOut } = explore(inputOf(flow), { world: given });
      assert.deepEqual([complete, leftOut], [false, 'agents']);
      assert.equal(explore(inputOf(flow), { world: { ...given, ...world } }).complete, true);
    }
    assert.equal(explore(inputOf(flow)).complete, true);
  });

  test('a variable from outside can be called like a member of every object', () => {
    for (const variable of ['__proto__', 'constructor']) {
      const flow = [
        { type: 'branch', option: { variable, target_ids: { gold: A }, default_target_id: B } },
        { id: A, type: 'stop' },
        { id: B, type: 'hangup' },
      ];
      const worlds = explore(inputOf(flow)).ends.map(({ id, shortest }) => [
        id,
        Object.entries(shortest.world.variables ?? {}),
      ]);
      assert.deepEqual(Object.fromEntries(worlds), {
        'finished@2': [[variable, 'gold']],
        'hangup@3': [[variable, '']],
      });
    }
  });
});
