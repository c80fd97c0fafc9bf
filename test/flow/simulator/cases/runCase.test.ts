import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { runCase } from '../../../../flow/simulator';
import { A, act, FLOW, say, set, tel } from '../support/flows';

suite('runCase', () => {
  test('gives trace, end and variables in the format of the engine traces', () => {
    const result = runCase({
      name: 'mine',
      reference_type: 'call',
      flow: { actions: [say('Hi ${name}', { id: A.toUpperCase() }), act('hangup')] },
      inputs: { variables: { 'voipbin.call.digits': '', name: 'Ann' } },
    });
    assert.deepEqual(result, {
      name: 'mine',
      trace: [
        { index: '0', id: A, type: 'talk', option: { text: 'Hi Ann', language: 'en-US' }, skipped: false },
        { index: '1', id: 'gen-1', type: 'hangup', option: {}, skipped: false },
      ],
      outcome: 'hangup',
      error: null,
      variables: { 'voipbin.call.digits': '', name: 'Ann' },
    });
  });

  test('everything on a call is over at once and sets no variables', () => {
    const actions = [
      say('x'),
      act('recording_start'),
      act('transcribe_start'),
      act('connect', { source: tel('+1'), destinations: [tel('+2')] }),
    ];
    const { trace, variables } = runCase({ name: 'n', reference_type: 'call', flow: { actions } });
    assert.deepEqual(
      trace.map(({ index }) => index),
      ['0', '1', '2', '3', 'pushed/3/0'],
    );
    assert.deepEqual(variables, { 'voipbin.call.digits': '' });
  });

  test('ids that the platform makes are numbered as they appear, within options too', () => {
    const actions = [
      act('connect', { source: tel('+1'), destinations: [tel('+2')], relay_reason: true }),
      set('x', '1'),
    ];
    const { trace } = runCase({ name: 'n', reference_type: 'call', flow: { actions } });
    assert.deepEqual(
      trace.map(({ id }) => id),
      ['gen-1', 'gen-2', 'gen-4'],
    );
    assert.deepEqual(
      trace.slice(1).map(({ option }) => option),
      [{ confbridge_id: 'gen-3' }, { reference_id: 'gen-5' }],
    );
  });

  test('calls that are placed do not run, and need nobody to be called', () => {
    const actions = [act('call', { source: tel('+1'), destinations: [], actions: [say('x')] }), say('on')];
    const { trace, outcome } = runCase({ name: 'n', reference_type: 'call', flow: { actions } });
    assert.deepEqual([trace.length, outcome], [2, 'finished']);
  });

  test('stored flows and answers of URLs come from the case', () => {
    const result = runCase({
      name: 'n',
      reference_type: 'api',
      flow: { actions: [act('fetch_flow', { flow_id: FLOW }), act('fetch', { event_url: 'https://e.com' })] },
      flows: { [FLOW.toUpperCase()]: [set('x', '1')] },
      inputs: { fetch: { 'https://e.com': { status: 500, body: '' } } },
    });
    assert.deepEqual([result.variables.x, result.error], ['1', 'fetch status']);
  });
});
