import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readCallSubject } from '../../../client/run/callSubject';
import { simulatedInput } from '../../../client/run/simulatedInput';
import { unsetVariables } from '../../../client/run/unsetVariables';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';

const model = (value: unknown) => readFlow(JSON.stringify(value));
const actions = [{ type: 'answer' }];

function subject(value: unknown) {
  const read = readCallSubject(model(value));
  return 'subject' in read ? read.subject : assert.fail(read.problem);
}

suite('readCallSubject', () => {
  test('the body of a call says who, from where, and with what', () => {
    const destinations = [{ type: 'tel', target: '+15550100001', name: 'Ana', own: 1 }, 7];
    const read = subject({
      source: { type: 'tel', target: '+15550100000' },
      destinations,
      actions,
      anonymous: 'yes',
      variables: { name: 'Ana', count: 3 },
    });
    assert.deepEqual(read.source, { type: 'tel', target: '+15550100000' });
    assert.deepEqual(read.destinations, [{ type: 'tel', target: '+15550100001', name: 'Ana' }]);
    assert.equal(read.anonymous, 'yes');
    assert.deepEqual(read.variables, { name: 'Ana' });
  });

  test('a flow leaves all of that open', () => {
    const read = subject({ name: 'Menu', actions });
    assert.deepEqual([read.source, read.destinations, read.flowId], [undefined, undefined, undefined]);
  });

  test('a flow of the account may stand in the place of actions', () => {
    assert.equal(subject({ flow_id: A.toUpperCase(), destinations: [] }).flowId, A);
    assert.equal(subject({ flow_id: '00000000-0000-0000-0000-000000000000', actions }).flowId, undefined);
    assert.equal(subject({ flow_id: 'menu', actions }).flowId, undefined);
  });

  test('what cannot run says what to do', () => {
    for (const value of [{ type: 'answer' }, [], {}, 7, { flow_id: 'menu' }, { result: [{ actions }, { actions }] }]) {
      const read = readCallSubject(model(value));
      assert.ok('problem' in read, JSON.stringify(value));
      assert.match(read.problem, /\. (Put|Add)|no actions to run\. Add/);
    }
  });

  test('a flow that the server wrote can run', () =>
    assert.equal(subject({ id: A, tm_create: '2026-01-01T00:00:00Z', actions }).hasActions, true));
});

suite('unsetVariables', () => {
  const unset = (value: unknown) => unsetVariables(model(value));
  const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });

  test('what the flow reads and nothing sets, once each, in order', () =>
    assert.deepEqual(unset([talk('${b} ${a} ${b}'), { type: 'branch', option: { variable: 'tier' } }]), [
      'b',
      'a',
      'tier',
    ]));

  test('not what is set in the flow or with it, nor what is VoIPbin’s own', () => {
    const set = { type: 'variable_set', option: { key: 'a', value: '1' } };
    assert.deepEqual(
      unset({ variables: { b: '2' }, flow_id: '', actions: [set, talk('${a} ${b} ${voipbin.call.digits}')] }),
      [],
    );
  });

  test('names in the actions of a call are filled in here, those that the new call tests are not', () => {
    const placed = (...nested: unknown[]) => ({ type: 'call', option: { actions: nested } });
    const tests = { type: 'branch', option: { variable: 'c' } };
    const set = { type: 'variable_set', option: { key: 'c', value: '1' } };
    assert.deepEqual(unset([placed(talk('${c}'))]), ['c']);
    assert.deepEqual(unset([placed(tests)]), []);
    assert.deepEqual(unset([placed(set, talk('${c}')), talk('${c} ${contact_case_id}')]), ['c']);
    assert.deepEqual(unset([set, placed(talk('${c}'))]), []);
  });
});

suite('simulatedInput', () => {
  test('a flow is run by a call that comes in', () => {
    const input = simulatedInput(model({ name: 'Menu', actions, on_complete_flow_id: A }));
    assert.deepEqual([input?.referenceType, input?.direction, input?.onCompleteFlowId], ['call', 'incoming', A]);
    assert.deepEqual(input?.path, ['actions']);
    assert.equal(input?.variables?.['voipbin.call.direction'], 'incoming');
    assert.deepEqual(simulatedInput(model(actions))?.path, []);
  });

  test('the body of a call calls out, that of an activeflow calls nobody', () => {
    const destination = { type: 'tel', target: '+15550100001' };
    const call = simulatedInput(model({ destinations: [destination], actions, variables: { a: '1' } }));
    assert.deepEqual([call?.direction, call?.dials?.destination], ['outgoing', destination]);
    assert.equal(call?.variables?.a, '1');
    assert.equal(call?.variables?.['voipbin.call.destination.target'], '+15550100001');
    const other = { ...destination, target: '+15550100003' };
    assert.deepEqual(simulatedInput(model({ destinations: [destination, other], actions }))?.dials?.others, [other]);
    const activeflow = simulatedInput(model({ webhook_uri: 'https://example.com', actions }));
    assert.equal(activeflow?.referenceType, 'api');
  });

  test('what is not in the document cannot be simulated', () => {
    for (const value of [{ flow_id: A, actions }, { type: 'answer' }, {}])
      assert.equal(simulatedInput(model(value)), undefined);
  });
});
