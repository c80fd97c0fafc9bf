import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import { checks } from '../../../flow/checks/checks';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { scriptedWorld, simulate } from '../../../flow/simulator';
import { callThatShows, exploringWays, mistakeOf, shownFindings } from '../../../flow/ways';
import { inputOf } from '../../support/arbitraryFlows';
import { endOf } from '../../support/endOf';
import { A, B, C, D, NOWHERE } from '../../support/ids';

const party = { type: 'tel', target: '+15550100002' };
const talk = { type: 'talk', option: { text: 'Press a key.', language: 'en-US' } };
const ask = (more = {}) => ({ type: 'digits_receive', option: { duration: 3000, length: 4, ...more } });
const branch = (targets: object, other?: string, more = {}) => ({
  type: 'branch',
  option: { target_ids: targets, ...(other === undefined ? {} : { default_target_id: other }), ...more },
});
const hangup = { type: 'hangup' };

/** The call that shows the first finding of a code: its world, and the types of the actions that it executes. */
function shown(code: string, actions: readonly object[]) {
  const text = JSON.stringify({ actions });
  const model = readFlow(text);
  const finding = checkFlow(model).find((item) => item.code === code);
  assert.ok(finding, `${code} is not reported`);
  const mistake = mistakeOf(model, finding);
  assert.ok(mistake, code);
  const { action } = mistake;
  const input = inputOf((JSON.parse(text) as { actions: JsonValue }).actions);
  const going = exploringWays(model, input, { semantics: 'observed', maxStates: 5000 });
  let step = going.next();
  while (!step.done) step = going.next();
  const list = step.value.find(({ call }) => call?.owner === action.scope.owner);
  assert.ok(list);
  const call = endOf(callThatShows(model, list, input, mistake));
  assert.ok(call, `${code}: no call`);
  const { events } = simulate(input, scriptedWorld(call.world));
  const types = events.flatMap((event) => (event.type === 'action' ? [event.action] : []));
  return { world: call.world, types: types.join(' '), last: types.length };
}

suite('the call that shows a finding', () => {
  test('digits-not-reset: the second question begins with keys of the first', () => {
    const { world } = shown('digits-not-reset', [ask({ length: 1 }), { type: 'beep' }, ask(), hangup]);
    assert.ok((world.digits?.[0] ?? '') !== '', JSON.stringify(world));
  });

  test('digits-not-reset: keys of the previous round', () => {
    const again = {
      type: 'condition_variable',
      option: {
        variable: '${voipbin.call.digits}',
        condition: '==',
        value_type: 'string',
        value_string: '7777',
        false_target_id: A,
      },
    };
    const { world, types } = shown('digits-not-reset', [{ id: A, ...ask() }, again, hangup]);
    assert.match(types, /^digits_receive condition_variable digits_receive/);
    assert.ok((world.digits?.[0] ?? '') !== '');
  });

  test('branch-clears-digits: the second branch finds nothing', () => {
    const { types } = shown('branch-clears-digits', [
      ask({ length: 1 }),
      branch({ '1': A }, B),
      { id: A, ...hangup },
      { id: B, ...branch({ '2': A }, C) },
      { id: C, ...talk },
    ]);
    assert.match(types, /^digits_receive branch branch/);
  });

  test('end-key-included: who is called by a new call ends with the end key', () => {
    const placed = [ask({ key: '#' }), branch({ '1': A }, B), { id: A, ...hangup }, { id: B, ...hangup }];
    const { world } = shown('end-key-included', [
      { type: 'call', option: { source: party, destinations: [party], actions: placed } },
      { type: 'sleep', option: { duration: 60000 } },
    ]);
    assert.ok(JSON.stringify(world).includes('1#'), JSON.stringify(world));
  });

  test('end-key-included: a text in a new call has the digits of the flow around', () => {
    const is1 = {
      type: 'condition_variable',
      option: {
        variable: '${voipbin.call.digits}',
        condition: '==',
        value_type: 'string',
        value_string: '1',
        false_target_id: A,
      },
    };
    const { world } = shown('end-key-included', [
      ask({ key: '#' }),
      { type: 'call', option: { source: party, destinations: [party], actions: [is1, talk, { id: A, ...hangup }] } },
    ]);
    assert.deepEqual(world.digits, ['1#']);
  });

  test('end-key-included: the caller ends with the end key', () => {
    const { world } = shown('end-key-included', [
      ask({ key: '#' }),
      branch({ '1': A }, B),
      { id: A, ...hangup },
      { id: B, ...talk },
    ]);
    assert.match(world.digits?.[0] ?? '', /#$/);
  });

  test('branch-fallthrough: a case that runs on into the next', () => {
    const { types } = shown('branch-fallthrough', [
      ask({ length: 1 }),
      branch({ '1': A, '2': B }, B),
      { id: A, type: 'beep' },
      { id: B, ...talk },
      hangup,
    ]);
    assert.equal(types, 'digits_receive branch beep talk hangup');
  });

  test('condition-after-connect: no party answered, and the test says that the call is in progress', () => {
    const status = { type: 'condition_call_status', option: { status: 'progressing', false_target_id: A } };
    const connect = { type: 'connect', option: { source: party, destinations: [party] } };
    const { world } = shown('condition-after-connect', [
      { type: 'answer' },
      connect,
      status,
      hangup,
      { id: A, ...talk },
    ]);
    assert.ok(
      Array.isArray(world.callees) && !JSON.stringify(world.callees).includes('answers'),
      JSON.stringify(world),
    );
  });

  test('recording-not-waited, branch-case-unmatchable: the call comes there', () => {
    const record = { type: 'recording_start', option: { format: 'wav' } };
    assert.match(shown('recording-not-waited', [{ type: 'answer' }, record, hangup]).types, /recording_start/);
    assert.match(
      shown('branch-case-unmatchable', [
        { type: 'call', option: { source: party, destinations: [party], actions: [] } },
        { type: 'variable_set', option: { key: 'voipbin.call.digits', value: '' } },
        ask({ length: 1 }),
        branch({ '12': A }, A),
        { id: A, ...hangup },
      ]).types,
      /branch/,
    );
  });

  test('loops: the call goes round in the loop of the finding, by keys that are pressed again and again', () => {
    const menu = (other: string) => [
      { id: A, ...talk },
      ask({ length: 1 }),
      branch({ '1': B, '2': C }, other),
      { id: B, ...hangup },
      { id: C, type: 'beep' },
      { type: 'goto', option: { target_id: A, loop_count: 3 } },
      { id: D, type: 'answer' },
      { type: 'goto', option: { target_id: A, loop_count: 3 } },
    ];
    const { world, types } = shown('goto-never-ends', menu(D));
    assert.match(types, /^(talk digits_receive branch beep goto ){20}/);
    assert.ok((world.digits ?? []).filter((entry) => entry === '2').length >= 20);
  });

  test('self-target and retry-without-limit', () => {
    assert.match(shown('self-target', [{ id: A, type: 'beep', next_id: A }, hangup]).types, /^(beep ?){101}$/);
    const retry = [{ id: A, ...talk }, ask({ length: 1 }), branch({ '1': B }, A), { id: B, ...hangup }];
    assert.match(shown('retry-without-limit', retry).types, /^(talk digits_receive branch ){33}/);
  });

  test('budget-exceeded: the executions are used up before', () => {
    const long = [...new Array(104).fill({ type: 'answer' }), hangup];
    assert.equal(shown('budget-exceeded', long).last, 101);
  });

  test('what is dropped there', () => {
    const menu = [ask({ length: 1 }), branch({ '1': A }), { id: A, ...hangup }];
    for (const code of ['caller-dropped', 'branch-no-default'])
      assert.equal(shown(code, menu).types, 'digits_receive branch', code);
    const nowhere = [ask({ length: 1 }), branch({ '1': NOWHERE }, A), { id: A, ...hangup }];
    assert.deepEqual(shown('target-dangling', nowhere).world, { digits: ['1'] });
  });

  test('is there for every check of ways, but where no call comes', () => {
    const codes = checks.filter(({ group }) => group === 'path').map(({ code }) => code);
    assert.deepEqual(
      codes.filter((code) => !shownFindings[code]),
      ['unreachable-action'],
    );
    const all = new Set(checks.map(({ code }) => code));
    assert.deepEqual(
      Object.keys(shownFindings).filter((code) => !all.has(code)),
      [],
    );
  });
});
