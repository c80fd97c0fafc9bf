import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { checkFlow } from '../../../flow/checks/checkFlow';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { readFlow } from '../../../flow/model/flowModel';
import { scriptedWorld, simulate } from '../../../flow/simulator';
import { callThatShows, exploringWays, mistakeOf, shownFindings } from '../../../flow/ways';
import { arbitraryCallFlow } from '../../support/arbitraryCalls';
import { arbitraryFlow, inputOf } from '../../support/arbitraryFlows';
import { endOf } from '../../support/endOf';
import { A, B, C, NOWHERE } from '../../support/ids';
import { showsFinding } from '../../support/showsFinding';

/** The codes of the findings of a flow for which a call is played; each call that is played has to show its finding. */
function played(actions: JsonValue): readonly string[] {
  const model = readFlow(JSON.stringify({ actions }));
  const input = inputOf(actions);
  const ways = endOf(exploringWays(model, input, { semantics: 'observed', maxStates: 1000 }));
  return checkFlow(model).flatMap((finding) => {
    const { code } = finding;
    const mistake = mistakeOf(model, finding);
    const list = mistake && ways.find(({ call }) => call?.owner === mistake.action.scope.owner);
    const call = list && endOf(callThatShows(model, list, input, mistake));
    if (!call) return [];
    const variables = { ...input.variables, ...call.world.variables };
    const run = simulate({ ...input, variables }, scriptedWorld(call.world), { semantics: 'observed' });
    assert.ok(showsFinding(model, finding, run), `${code}: ${JSON.stringify(call.world)} in ${model.text}`);
    return [code];
  });
}

const party = { type: 'tel', target: '+15550100002' };
const talk = { type: 'talk', option: { text: 'Press a key.', language: 'en-US' } };
const long = { type: 'talk', option: { text: 'Welcome. '.repeat(20), language: 'en-US', digits_handle: 'next' } };
const ask = (more = {}) => ({ type: 'digits_receive', option: { duration: 3000, length: 4, ...more } });
const branch = (targets: object, other?: string) => ({
  type: 'branch',
  option: { target_ids: targets, ...(other === undefined ? {} : { default_target_id: other }) },
});
const goto = (more = {}) => ({ type: 'goto', option: { target_id: A, ...more } });
const place = (...actions: object[]) => ({ type: 'call', option: { source: party, destinations: [party], actions } });
const connect = { type: 'connect', option: { source: party, destinations: [party] } };
const digits = { variable: '${voipbin.call.digits}', value_type: 'string', condition: '==', value_string: '1234' };
const isCode = (other: string) => ({ type: 'condition_variable', option: { ...digits, false_target_id: other } });
const hangup = { type: 'hangup' };
const end = { id: B, ...hangup };

/** For each check a flow in which a call shows what it finds. */
const examples: readonly (readonly [code: string, ...actions: object[]])[] = [
  ['branch-no-default', ask({ length: 1 }), branch({ '1': B }), end],
  // The caller who goes round until the executions are used up is stopped there, too.
  ['branch-no-default', { id: A, ...talk }, ask({ length: 1 }), branch({ '1': A, '3': A, '4': A, '2': B }), end],
  ['caller-dropped', { id: A, ...talk }, ask({ length: 1 }), branch({ '1': A, '3': A, '4': A, '2': B }), end],
  ['caller-dropped', { id: A, ...talk }, { ...talk, next_id: A }],
  ['target-dangling', ask({ length: 1 }), branch({ '1': B, '2': NOWHERE }, B), end],
  ['target-dangling', ask({ length: 1 }), branch({ '1': NOWHERE, '2': A.replace('a', 'f') }, NOWHERE)],
  ['target-not-uuid', ask({ length: 1 }), branch({ '1': 'sales' }, B), end],
  ['target-other-scope', { type: 'goto', option: { target_id: A, loop_count: 1 } }, place({ id: A, ...hangup })],
  ['endless-loop', { id: A, type: 'answer' }, { type: 'answer', next_id: A }],
  ['endless-loop', place({ id: A, type: 'answer' }, { type: 'answer', next_id: A })],
  ['goto-never-ends', { id: A, ...talk }, goto({ loop_count: 2 }), hangup],
  ['retry-without-limit', { id: A, ...talk }, ask({ length: 1 }), branch({ '1': B }, A), end],
  ['self-target', { id: A, ...talk, next_id: A }],
  ['self-target', ask({ length: 1 }), { id: A, ...branch({ '1': A }, B) }, end],
  ['budget-exceeded', ...new Array<object>(104).fill({ type: 'answer' }), hangup],
  ['digits-not-reset', ask({ length: 1 }), { type: 'beep' }, ask(), hangup],
  // A key that is pressed into the text before is not of an earlier question.
  ['digits-not-reset', { id: A, ...long }, ask(), isCode(B), hangup, { id: B, ...talk, next_id: A }],
  [
    'branch-clears-digits',
    ask({ length: 1 }),
    branch({ '1': A }, B),
    { id: A, ...hangup },
    { id: B, ...branch({ '2': A }, A) },
  ],
  ['end-key-included', ask({ key: '#' }), branch({ '1': A, '22': B }, B), { id: A, ...talk }, end],
  ['end-key-included', ask({ length: 9, key: '#' }), isCode(B), talk, end],
  ['end-key-included', place(ask({ key: '#' }), branch({ '1': A, '22': B }, B), { id: A, ...talk }, end)],
  // A text in a new call has the digits of the flow around.
  ['end-key-included', ask({ length: 9, key: '#' }), place(isCode(B), talk, end)],
  [
    'branch-fallthrough',
    ask({ length: 1 }),
    branch({ '1': A, '2': B }, B),
    { id: A, type: 'beep' },
    { id: B, ...talk },
    hangup,
  ],
  [
    'condition-after-connect',
    { type: 'answer' },
    connect,
    { type: 'condition_call_status', option: { status: 'progressing', false_target_id: B } },
    talk,
    end,
  ],
  ['branch-case-unmatchable', place(ask({ length: 1 }), branch({ '12': A }, A), { id: A, ...hangup })],
  ['goto-never-jumps', { id: A, ...talk }, goto(), hangup],
  ['recording-not-waited', { type: 'answer' }, { type: 'recording_start', option: { format: 'wav' } }, hangup],
  ['skipped-on-reference', place({ type: 'block' }, hangup)],
];

/** A long run takes as many as it is told: EXPLORED_FLOWS=10000. */
const numRuns = Number(process.env.EXPLORED_FLOWS ?? 60);

suite('a call that is played for a finding shows it', () => {
  for (const [code, ...actions] of examples)
    test(`${code}: ${actions.length} actions`, () => {
      const codes = played(JSON.parse(JSON.stringify(actions)));
      assert.ok(codes.includes(code), codes.join(', '));
    });

  test('looking for one in vain gives way after each call that was tried', () => {
    const model = readFlow(JSON.stringify({ actions: [{ id: A, ...ask({ duration: 0 }), next_id: A }] }));
    const input = inputOf([{ id: A, ...ask({ duration: 0 }), next_id: A }]);
    const [list] = endOf(exploringWays(model, input, { semantics: 'observed' }));
    const mistake = mistakeOf(model, { code: 'digits-not-reset', offset: model.text.indexOf('digits_receive') });
    assert.ok(list && mistake);
    const tried = [...callThatShows(model, list, input, mistake)];
    assert.ok(tried.length > 0 && tried.every((count, at) => count === at + 1), String(tried));
  });

  test('there is an example of each', () => {
    const codes = new Set(examples.map(([code]) => code));
    assert.deepEqual(
      Object.keys(shownFindings).filter((code) => !codes.has(code)),
      [],
    );
  });

  test('in any flow', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryFlow, arbitraryCallFlow), (actions) => {
        played(JSON.parse(JSON.stringify(actions)));
      }),
      { numRuns },
    );
  }).timeout(numRuns * 6000);

  test('where no call shows it, none is played', () => {
    // No key can be pressed in no time.
    assert.deepEqual(
      played([
        { id: A, ...ask({ duration: 0 }), next_id: C },
        { id: C, type: 'beep', next_id: A },
      ]).includes('digits-not-reset'),
      false,
    );
  });
});
