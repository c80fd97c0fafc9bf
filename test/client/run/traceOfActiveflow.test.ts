import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { activeflowSchema } from '../../../client/api/resources';
import { marksOf } from '../../../client/run/traceModel';
import { traceOfActiveflow } from '../../../client/run/traceOfActiveflow';
import { pathOf } from '../../../flow/json/node';
import { pathKey } from '../../../flow/json/pathKey';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B, C, D, NOWHERE } from '../../support/ids';

const start = '00000000-0000-0000-0000-000000000001';
const finish = '00000000-0000-0000-0000-000000000002';

const flow = [
  { id: A, type: 'talk', option: { text: 'Press a key.', language: 'en-US' } },
  { id: B, type: 'branch', option: { default_target_id: D, target_ids: { '1': A, '2': C } } },
  { id: C, type: 'talk', option: { text: 'Two.', language: 'en-US' } },
  { id: D, type: 'goto', option: { target_id: A, loop_count: 2 } },
];

function traced(
  executed: readonly object[],
  current: object | null,
  more: object = {},
  actions: readonly object[] = flow,
) {
  const model = readFlow(JSON.stringify(actions));
  const pathById = new Map(
    model.actions.flatMap(({ id, node }) => (id === undefined ? [] : [[id, pathOf(node)] as const])),
  );
  const activeflow = activeflowSchema.parse({
    id: 'f',
    status: 'running',
    reference_type: 'call',
    executed_actions: [{ id: start }, ...executed],
    current_action: current,
    ...more,
  });
  return traceOfActiveflow(activeflow, { model, pathById, startedAt: Date.parse('2026-01-02T03:04:05Z') });
}

suite('traceOfActiveflow', () => {
  test('the path is what was executed and what is current, without the places before and after the flow', () => {
    const trace = traced([flow[0] ?? {}], { ...flow[1], tm_execute: '2026-01-02T03:04:07.5Z' });
    assert.deepEqual(
      trace.steps.map(({ type, path, at }) => [type, path, at]),
      [
        ['talk', [0], undefined],
        ['branch', [1], 2500],
      ],
    );
    assert.deepEqual([trace.isRunning, trace.used, trace.limit], [true, 2, 101]);
    const over = traced(flow, { id: finish }, { status: 'ended' });
    assert.deepEqual([over.isRunning, over.steps.length, over.used], [false, 4, 5]);
  });

  test('what has not begun has no path', () => {
    const trace = traceOfActiveflow(
      activeflowSchema.parse({ id: 'f', status: 'running', current_action: { id: start } }),
      {
        model: readFlow('[]'),
        pathById: new Map(),
        startedAt: undefined,
      },
    );
    assert.deepEqual([trace.steps, trace.isRunning, trace.used], [[], false, 0]);
  });

  test('a branch is told by the case that leads to what came next', () => {
    const [talk, branch, two, jump] = flow as readonly object[];
    assert.equal(traced([branch ?? {}], two ?? {}).steps[0]?.decided, 'key 2 → talk "Two."');
    assert.equal(traced([branch ?? {}], jump ?? {}).steps[0]?.decided, 'no case for digits → goto → talk');
    assert.equal(traced([branch ?? {}], talk ?? {}).steps[0]?.decided, 'key 1 → talk "Press…"');
  });

  test('a branch of which two cases lead to the same is not guessed', () => {
    const both = { ...flow[1], option: { default_target_id: D, target_ids: { '1': C, '2': C }, variable: 'tier' } };
    assert.equal(traced([both], flow[2] ?? {}).steps[0]?.decided, undefined);
  });

  test('a goto says whether it jumped', () => {
    assert.equal(traced([flow[3] ?? {}], flow[0] ?? {}).steps[0]?.decided, 'jumps, count 2 → talk "Press…"');
    assert.equal(traced([flow[3] ?? {}], { id: finish }).steps[0]?.decided, 'continues');
    const once = { ...flow[3], option: { target_id: A, loop_count: 1 } };
    assert.equal(traced([once], flow[0] ?? {}).steps[0]?.decided, 'jumps every time → talk "Press…"');
  });

  test('a condition is false when its target came next', () => {
    const condition = { id: B, type: 'condition_variable', option: { false_target_id: C } };
    const actions = [flow[0] ?? {}, condition, flow[2] ?? {}, flow[3] ?? {}];
    assert.equal(traced([condition], flow[2] ?? {}, {}, actions).steps[0]?.decided, 'false → talk "Two."');
    assert.equal(traced([condition], flow[3] ?? {}, {}, actions).steps[0]?.decided, 'true');
  });

  test('actions that are not in the file have no place, and those VoIPbin passes over say why', () => {
    const made = traced([{ id: NOWHERE, type: 'confbridge_join' }], flow[0] ?? {});
    assert.equal(made.steps[0]?.path, undefined);
    const api = traced([flow[0] ?? {}], flow[1] ?? {}, { reference_type: 'api' });
    assert.deepEqual(
      api.steps.map(({ skipped }) => skipped),
      ['needs a phone call', undefined],
    );
    assert.equal(traced([{ id: A, type: 'block' }], {}).steps[0]?.skipped, 'does not run on a phone call');
  });

  test('the marks count, and remember what decided last', () => {
    const round = flow.slice(0, 2);
    const trace = traced([...round, { ...flow[3] }, ...round], flow[2] ?? {});
    const marks = marksOf(trace);
    assert.deepEqual(
      marks.map(({ path, count, isRunning, decided }) => [pathKey(path), count, isRunning, decided]),
      [
        ['[0]', 2, false, undefined],
        ['[1]', 2, false, 'key 2 → talk "Two."'],
        ['[3]', 1, false, 'jumps, count 2 → talk "Press…"'],
        ['[2]', 1, true, undefined],
      ],
    );
  });

  test('whatever the server sends is data', () => {
    for (const option of [null, 7, 'x', { target_ids: [1], default_target_id: 5 }])
      assert.doesNotThrow(() => traced([{ id: B, type: 'branch', option }], { id: A }));
    assert.doesNotThrow(() => traced([{ id: 'no uuid', type: 'nothing known', tm_execute: 'then' }], null));
  });
});
