import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { placesBy } from '../../../client/run/placesBy';
import { traceOfEvents } from '../../../client/run/traceOfEvents';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { type RunInput, scriptedWorld, simulate, type WorldScript } from '../../../flow/simulator';
import { A, B, C } from '../../support/ids';

function traced(actions: readonly object[], script: WorldScript = {}, input: Partial<RunInput> = {}) {
  const model = readFlow(JSON.stringify({ actions }));
  const run = { actions: actions as unknown as JsonValue, referenceType: 'call', ...input };
  const { events } = simulate(run, scriptedWorld(script), { semantics: 'observed' });
  return traceOfEvents(events, model, placesBy({ pathById: new Map(), listPath: ['actions'] }));
}

const decided = (trace: ReturnType<typeof traced>) => trace.steps.map((step) => [step.type, step.decided]);

suite('traceOfEvents', () => {
  test('keys and the case they chose', () => {
    const actions = [
      { type: 'digits_receive', option: { duration: 5000, length: 2 } },
      { type: 'branch', option: { default_target_id: A, target_ids: { '12': B } } },
      { id: A, type: 'hangup' },
      { id: B, type: 'talk', option: { text: 'Twelve.', language: 'en-US' } },
    ];
    assert.deepEqual(decided(traced(actions, { digits: ['12'] })), [
      ['digits_receive', 'keys 12'],
      ['branch', 'keys 12 → talk "Twelve."'],
      ['talk', undefined],
    ]);
    assert.deepEqual(decided(traced(actions, { digits: ['9'] }))[1], ['branch', 'key 9, no case → hangup']);
    assert.deepEqual(decided(traced(actions))[1], ['branch', 'no key → hangup']);
  });

  test('the edge by which each action went on, also where it did not jump and where the jump leads nowhere', () => {
    const ways = (actions: readonly object[], script?: WorldScript) =>
      traced(actions, script).steps.map(({ by }) => by);
    const menu = (target: string) => [
      { type: 'digits_receive', option: { duration: 5000, length: 1 } },
      { type: 'branch', option: { target_ids: { '1': target, '2': target }, default_target_id: target } },
      { id: A, type: 'hangup' },
    ];
    assert.deepEqual(ways(menu(A), { digits: ['2'] }).slice(0, 2), ['next', '"2"']);
    assert.deepEqual(ways(menu(A)).slice(0, 2), ['next', 'default']);
    assert.deepEqual(ways(menu(B), { digits: ['2'] }), ['next', '"2"']);
  });

  test('many keys are shortened', () => {
    const actions = [{ type: 'digits_receive', option: { duration: 60_000, length: 40 } }];
    const digits = '1234567890'.repeat(4);
    assert.deepEqual(decided(traced(actions, { digits: [digits] })), [['digits_receive', 'keys 1234567890123456789…']]);
  });

  test('conditions with what was compared, variables with what was set', () => {
    const actions = [
      { type: 'variable_set', option: { key: 'tier', value: 'gold' } },
      {
        type: 'condition_variable',
        option: {
          condition: '==',
          variable: '${tier}',
          value_type: 'string',
          value_string: 'silver',
          false_target_id: A,
        },
      },
      { type: 'answer' },
      { id: A, type: 'hangup' },
    ];
    assert.deepEqual(decided(traced(actions)), [
      ['variable_set', 'tier = "gold"'],
      ['condition_variable', 'false: "gold" == "silver" → hangup'],
      ['hangup', undefined],
    ]);
  });

  test('jumps without a count that the engine does not count down, parties with what they do', () => {
    const actions = [
      { id: A, type: 'beep' },
      { type: 'goto', option: { target_id: A, loop_count: 2 } },
    ];
    const decisions = traced(actions).steps.map((step) => step.decided);
    assert.deepEqual(new Set(decisions), new Set([undefined, 'jumps every time → beep']));
    const connect = {
      type: 'connect',
      option: {
        source: { type: 'tel', target: '+15550100001' },
        destinations: [{ type: 'extension', target_name: '2001' }],
      },
    };
    assert.equal(traced([connect], { callees: ['busy'] }).steps[0]?.decided, '2001 is busy');
  });

  test('what had no effect says why', () => {
    const trace = traced(
      [{ type: 'talk', option: { text: 'x', language: 'en-US' } }, { type: 'stop' }],
      {},
      { referenceType: 'api' },
    );
    assert.deepEqual(
      trace.steps.map(({ skipped }) => skipped),
      ['needs a phone call', undefined],
    );
    assert.equal(traced([{ type: 'block' }]).steps[0]?.skipped, 'does not run on a phone call');
    assert.equal(traced([{ type: 'mute' }]).steps[0]?.skipped, 'VoIPbin does nothing');
  });

  test('times and executions', () => {
    const trace = traced([{ type: 'answer' }, { type: 'sleep', option: { duration: 2000 } }, { type: 'hangup' }]);
    assert.deepEqual(
      trace.steps.map(({ at }) => at),
      [0, 0, 2000],
    );
    assert.deepEqual([trace.used, trace.limit, trace.isRunning], [3, 101, false]);
  });

  test('in the middle the last step runs', () => {
    const actions = [{ id: C, type: 'answer' }, { type: 'hangup' }];
    const model = readFlow(JSON.stringify(actions));
    const { events } = simulate({ actions, referenceType: 'call' });
    const at = events.findIndex(({ type }) => type === 'action');
    const trace = traceOfEvents(events.slice(0, at + 1), model, placesBy({ pathById: new Map(), listPath: [] }));
    assert.deepEqual([trace.steps.map(({ path }) => path), trace.isRunning], [[[0]], true]);
    assert.deepEqual(
      traceOfEvents([], model, () => undefined),
      { steps: [], isRunning: false, used: 0, limit: undefined },
    );
  });
});

suite('placesBy', () => {
  const place = (index: string) => ({ index, type: 'talk' });

  test('by id before position, and nowhere for what is in another list', () => {
    const places = placesBy({ pathById: new Map([[A, ['actions', 5]]]), listPath: ['actions'] });
    assert.deepEqual(places(place('3'), A), ['actions', 5]);
    assert.deepEqual(places(place('3'), B), ['actions', 3]);
    assert.equal(places(place('flows/x/3'), B), undefined);
    assert.equal(placesBy({ pathById: new Map(), listPath: undefined })(place('3'), A), undefined);
  });
});
