import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listCosts } from '../../../client/run/listCosts';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';

const costs = (actions: readonly object[], trigger: 'call' | 'api' = 'call') =>
  listCosts(readFlow(JSON.stringify(actions)), trigger).map(({ what, count }) =>
    count > 1 ? `${what} ${count}` : what,
  );

const to = (type: string) => ({ option: { destinations: [{ type, target: '+15550100001', target_name: '2001' }] } });

suite('listCosts', () => {
  test('each kind once, with how many places lead to it', () =>
    assert.deepEqual(
      costs([{ type: 'message_send' }, { type: 'answer' }, { type: 'message_send' }, { type: 'ai_talk' }]),
      ['message_send 2', 'ai_talk'],
    ));

  test('in order of the text', () =>
    assert.deepEqual(costs([{ type: 'ai_talk' }, { type: 'message_send' }]), ['ai_talk', 'message_send']));

  test('everything that VoIPbin bills, and nothing that is free', () => {
    const billed = ['email_send', 'recording_start', 'transcribe_start', 'transcribe_recording', 'queue_join'];
    assert.deepEqual(costs(billed.map((type) => ({ type }))), billed);
    const free = ['answer', 'talk', 'play', 'webhook_send', 'fetch', 'variable_set', 'digits_receive', 'sleep'];
    assert.deepEqual(costs(free.map((type) => ({ type }))), []);
  });

  test('dialing costs where it reaches the telephone network, or may', () => {
    assert.deepEqual(costs([{ type: 'connect', ...to('tel') }]), ['connect']);
    assert.deepEqual(costs([{ type: 'connect', ...to('agent') }]), ['connect']);
    assert.deepEqual(costs([{ type: 'connect', ...to('extension') }]), []);
    assert.deepEqual(costs([{ type: 'call', ...to('sip') }]), []);
    assert.deepEqual(costs([{ type: 'call', option: { destinations: '${x}' } }]), ['call']);
  });

  test('text messages are told with their segments', () => {
    const send = (text: string) => ({ type: 'message_send', option: { text } });
    const doc = (...texts: string[]) => listCosts(readFlow(JSON.stringify(texts.map(send))), 'call')[0]?.doc;
    assert.equal(
      doc(`Ready – ${'a'.repeat(100)}`),
      'text messages, for each segment and recipient: 108 characters, 2 segments (UCS-2 because of –)',
    );
    assert.equal(
      doc('a', 'bb', 'cc', 'ddd', 'eeee', '${x}'),
      'text messages, for each segment and recipient: 1 character, 1 segment (GSM-7); 2 characters, 1 segment (GSM-7); 3 characters, 1 segment (GSM-7); 2 more',
    );
    assert.equal(
      listCosts(readFlow('[{ "type": "message_send" }]'), 'call')[0]?.doc,
      'text messages, for each segment and recipient',
    );
  });

  test('what no path leads to costs nothing', () => {
    assert.deepEqual(costs([{ type: 'hangup' }, { type: 'message_send' }]), []);
    assert.deepEqual(costs([{ type: 'stop' }, { type: 'call', option: { actions: [{ type: 'message_send' }] } }]), []);
  });

  test('without a phone, what needs one is left out; in a call that is placed it is not', () => {
    assert.deepEqual(costs([{ type: 'recording_start' }, { type: 'email_send' }], 'api'), ['email_send']);
    const nested = {
      type: 'call',
      option: { destinations: [{ type: 'tel' }], actions: [{ type: 'recording_start' }] },
    };
    assert.deepEqual(costs([nested], 'api'), ['call', 'recording_start']);
    assert.deepEqual(costs([{ type: 'ai_task' }], 'call'), []);
    assert.deepEqual(costs([{ type: 'ai_task' }], 'api'), ['ai_task']);
  });

  test('any document is data', () => {
    for (const value of [[], {}, 7, null, [{ id: A }]])
      assert.deepEqual(listCosts(readFlow(JSON.stringify(value)), 'call'), []);
  });
});
