import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { speechDuration } from '../../../flow/simulator';
import type { PhoneEvent } from '../../../sandbox';
import { seedIds } from '../../../sandbox';
import { fakeClock } from '../../support/fakeClock';
import { ana, type OpenSandbox, openSandbox, pathOf, someNumber } from '../openSandbox';

const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const digits = (duration: number, length: number) => ({ type: 'digits_receive', option: { duration, length } });

/** Places a call and lets it ring. */
async function call(open: OpenSandbox, actions: JsonValue): Promise<string> {
  const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana], actions });
  open.clock.advance(1000);
  return body.calls[0].id;
}

async function answered(open: OpenSandbox, actions: JsonValue): Promise<string> {
  const id = await call(open, actions);
  assert.ok(open.sandbox.phone.answer(id));
  return id;
}

const say = (event: PhoneEvent) => {
  switch (event.type) {
    case 'leg':
      return event.leg.ended ? `${event.leg.ended.by} ${event.leg.ended.reason}` : event.leg.status;
    case 'said':
      return `says ${event.text}`;
    case 'played':
      return `plays ${event.urls.join()}`;
    case 'waiting':
      return `waits for ${event.waiting.for}`;
    case 'key':
      return `${event.key} (${event.digits})`;
    case 'reset':
      return 'reset';
  }
};

suite('phone', () => {
  test('knows who calls whom, and how far it is', async () => {
    const open = openSandbox();
    const { body } = await open.ask('POST', '/calls', { source: someNumber, destinations: [ana] });
    const [{ id, activeflow_id }] = body.calls;
    assert.deepEqual(open.onlyLeg(), {
      id,
      direction: 'outgoing',
      role: 'flow',
      source: someNumber,
      destination: ana,
      status: 'dialing',
      activeflowId: activeflow_id,
      masterId: undefined,
      groupcallId: undefined,
      saying: undefined,
      waiting: undefined,
      digits: '',
      ended: undefined,
    });
    open.clock.advance(200);
    assert.equal(open.sandbox.phone.leg(id)?.status, 'ringing');
  });

  test('hears what is said, is waited for, and presses keys', async () => {
    const open = openSandbox();
    const id = await answered(open, [talk('Two keys'), digits(5000, 2), talk('Thank you')]);
    const { phone } = open.sandbox;
    const began = open.clock.now();
    assert.deepEqual(phone.leg(id)?.saying, { text: 'Two keys', language: 'en-US' });
    open.clock.advance(2000);
    assert.deepEqual(phone.leg(id)?.waiting, {
      for: 'digits',
      began: began + speechDuration('Two keys'),
      until: began + speechDuration('Two keys') + 5000,
      takesKeys: true,
      isRecorded: false,
    });
    assert.equal(phone.leg(id)?.saying, undefined);
    assert.ok(phone.press(id, '4'));
    assert.equal(phone.leg(id)?.digits, '4');
    open.clock.advance(1000);
    assert.ok(phone.press(id, '#'));
    open.clock.advance(10_000);
    assert.deepEqual(open.happened.map(say), [
      'dialing',
      'ringing',
      'waits for callee',
      'progressing',
      'says Two keys',
      'waits for talk',
      'waits for digits',
      '4 (4)',
      '# (4#)',
      'says Thank you',
      'waits for talk',
      'local normal',
    ]);
    const times = open.happened.map(({ at }) => at);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
    );
  });

  test('a key is not later than the text that answers it, on a clock that goes on meanwhile', async () => {
    const clock = fakeClock();
    let readings = 0;
    const open = openSandbox({ now: () => clock.now() + readings++, timers: clock });
    const { phone } = open.sandbox;
    const { body } = await open.ask('POST', '/calls', {
      source: someNumber,
      destinations: [ana],
      actions: [digits(5000, 1), talk('Wrong key')],
    });
    const [{ id }] = body.calls;
    clock.advance(1000);
    assert.ok(phone.answer(id));
    clock.advance(1000);
    assert.ok(phone.press(id, '9'));
    const at = (type: PhoneEvent['type']) => open.happened.find((event) => event.type === type)?.at ?? Number.NaN;
    assert.ok(at('key') <= at('said'), `the key at ${at('key')}, the text at ${at('said')}`);
  });

  test('what a listener does counts before any more time passes', async () => {
    const open = openSandbox({ speed: 0 });
    open.sandbox.phone.subscribe((event) => {
      if (event.type === 'leg' && event.leg.status === 'ringing') open.sandbox.phone.answer(event.leg.id);
      if (event.type === 'said' && event.text === 'One') open.sandbox.phone.press(event.leg.id, '7');
      if (event.type === 'waiting' && event.waiting.for === 'digits') open.sandbox.phone.press(event.leg.id, '2');
    });
    const id = await call(open, [talk('One'), digits(5000, 2), talk('${voipbin.call.digits}')]);
    const said = open.happened.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    assert.deepEqual(said, ['One', '72']);
    assert.equal((await open.ask('GET', `/calls/${id}`)).body.status, 'hangup');
  });

  test('ends a call before it is answered, each way with its reason', async () => {
    const ways: ['decline' | 'busy' | 'noAnswer' | 'hangup', string][] = [
      ['decline', 'noanswer'],
      ['busy', 'busy'],
      ['noAnswer', 'noanswer'],
      ['hangup', 'noanswer'],
    ];
    for (const [way, reason] of ways) {
      const open = openSandbox();
      const id = await call(open, [talk('Hello')]);
      assert.ok(open.sandbox.phone[way](id));
      const { body } = await open.ask('GET', `/calls/${id}`);
      assert.deepEqual([body.status, body.hangup_by, body.hangup_reason], ['hangup', 'remote', reason], way);
      assert.equal(body.tm_progressing, undefined);
      const activeflow = (await open.ask('GET', `/activeflows/${body.activeflow_id}`)).body;
      assert.deepEqual([activeflow.status, pathOf(activeflow)], ['ended', '']);
      assert.ok(open.lines.some((line) => line.endsWith(`is over: hung up by the phone (${reason})`)));
    }
  });

  test('that nobody answers is given up after a minute, unless time runs as fast as possible', async () => {
    const open = openSandbox();
    const id = await call(open, []);
    open.clock.advance(60_000);
    const { body } = await open.ask('GET', `/calls/${id}`);
    assert.deepEqual([body.status, body.hangup_by, body.hangup_reason], ['hangup', 'remote', 'dialout']);
    const fast = openSandbox({ speed: 0 });
    assert.equal(fast.sandbox.phone.leg(await call(fast, []))?.status, 'ringing');
  });

  test('hangs up in the middle', async () => {
    const open = openSandbox();
    const id = await answered(open, [talk('Hello'), talk('Never')]);
    assert.ok(open.sandbox.phone.hangup(id));
    const { body } = await open.ask('GET', `/calls/${id}`);
    assert.deepEqual([body.status, body.hangup_by, body.hangup_reason], ['hangup', 'remote', 'normal']);
    assert.equal(open.sandbox.trace(body.activeflow_id)?.result?.hangup?.by, 'caller');
  });

  test('does nothing that is not possible', async () => {
    const open = openSandbox();
    const { phone } = open.sandbox;
    const id = await call(open, [talk('Hello')]);
    assert.equal(phone.press(id, '1'), false);
    assert.equal(phone.endWait(id), false);
    phone.answer(id);
    for (const way of ['answer', 'decline', 'busy', 'noAnswer', 'endWait'] as const)
      assert.equal(phone[way](id), false);
    for (const key of ['', '12', 'x', 'a', ' ']) assert.equal(phone.press(id, key), false);
    open.clock.advance(10_000);
    assert.equal(phone.leg(id), undefined);
    for (const way of ['answer', 'hangup', 'busy'] as const) assert.equal(phone[way](id), false);
    assert.equal(phone.press(id, '1'), false);
  });

  test('a listener that has left hears nothing more', async () => {
    const open = openSandbox();
    const heard: string[] = [];
    open.sandbox.phone.subscribe(({ type }) => heard.push(type))();
    await call(open, []);
    assert.deepEqual(heard, []);
  });

  test('picks up as a machine, and the detector hears it', async () => {
    for (const machine of [true, false]) {
      const open = openSandbox();
      const id = await call(open, [{ type: 'amd', option: { machine_handle: 'hangup' } }, talk('Person')]);
      open.sandbox.phone.answer(id, { machine });
      open.clock.advance(10_000);
      const { body } = await open.ask('GET', `/calls/${id}`);
      assert.deepEqual([body.hangup_by, body.hangup_reason], ['local', machine ? 'amd' : 'normal']);
      assert.equal(
        open.happened.some(({ type }) => type === 'said'),
        !machine,
      );
    }
  });

  test('ends files, conferences and AI sessions', async () => {
    const waits: [JsonValue, string][] = [
      [{ type: 'play', option: { stream_urls: ['https://files.example.com/a.wav'] } }, 'play'],
      [{ type: 'conference_join', option: { conference_id: seedIds.conference } }, 'conference'],
      [{ type: 'ai_talk', option: { assistance_type: 'ai', assistance_id: seedIds.ai } }, 'ai'],
    ];
    for (const [action, what] of waits) {
      const open = openSandbox();
      const id = await answered(open, [action, talk('On')]);
      assert.equal(open.sandbox.phone.leg(id)?.waiting?.for, what);
      assert.equal(open.sandbox.phone.leg(id)?.waiting?.until, undefined);
      assert.ok(open.sandbox.phone.endWait(id));
      assert.equal(open.sandbox.phone.leg(id)?.saying?.text, 'On');
    }
  });
});

suite('phone.dial', () => {
  test('calls a number of the account: its flow runs before anything answers', async () => {
    const open = openSandbox();
    const dialled = open.sandbox.phone.dial('+15550101000');
    assert.ok(dialled.ok);
    assert.deepEqual([dialled.leg.direction, dialled.leg.status, dialled.leg.role], ['incoming', 'ringing', 'flow']);
    open.clock.advance(0);
    assert.equal(open.sandbox.phone.leg(dialled.leg.id)?.status, 'progressing');
    open.clock.advance(60_000);
    const { body } = await open.ask('GET', `/calls/${dialled.leg.id}`);
    assert.deepEqual([body.direction, body.status, body.hangup_by], ['incoming', 'hangup', 'local']);
    assert.equal(pathOf((await open.ask('GET', `/activeflows/${body.activeflow_id}`)).body), 'answer talk hangup');
  });

  test('rings until the flow answers, and the caller can give up', async () => {
    const open = openSandbox();
    const flow = (await open.ask('POST', '/flows', { actions: [{ type: 'sleep', option: { duration: 9000 } }] })).body;
    await open.ask('PUT', `/numbers/${seedIds.mainNumber}/flow_ids`, { call_flow_id: flow.id });
    const dialled = open.sandbox.phone.dial('+15550101000', { from: { type: 'sip', target: 'bo@sip.example.com' } });
    assert.ok(dialled.ok);
    open.clock.advance(1000);
    assert.deepEqual([open.onlyLeg().status, open.onlyLeg().source.target], ['ringing', 'bo@sip.example.com']);
    assert.ok(open.sandbox.phone.hangup(dialled.leg.id));
    const { body } = await open.ask('GET', `/calls/${dialled.leg.id}`);
    assert.deepEqual([body.status, body.hangup_by, body.hangup_reason], ['hangup', 'remote', 'normal']);
  });

  test('a flow that is given answers instead of that of the number, and knows who calls', async () => {
    const open = openSandbox({ speed: 0 });
    const says = talk(
      '${voipbin.call.source.name} calls ${voipbin.call.destination.target}: ${voipbin.call.direction}.',
    );
    const from = { type: 'tel', target: '+15550101012', name: 'Ben' };
    const dialled = open.sandbox.phone.dial('+15550101050', { from, answeredBy: { actions: [says] } });
    assert.ok(dialled.ok);
    open.clock.advance(0);
    const said = open.happened.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    assert.deepEqual(said, ['Ben calls +15550101050: incoming.']);
    const { body } = await open.ask('GET', `/activeflows/${dialled.leg.activeflowId}`);
    assert.deepEqual([body.reference_type, pathOf(body)], ['call', 'talk']);
    const stored = open.sandbox.phone.dial('+15550101050', { answeredBy: { flowId: seedIds.greetingFlow } });
    assert.ok(stored.ok);
    open.clock.advance(0);
    const { body: greeting } = await open.ask('GET', `/activeflows/${stored.leg.activeflowId}`);
    assert.equal(pathOf(greeting), 'answer talk hangup');
  });

  test('says why a flow that is given cannot answer', () => {
    const { phone } = openSandbox().sandbox;
    const refused = phone.dial('+15550101000', { answeredBy: { actions: [{ type: 'tlak' }] } });
    assert.match(refused.ok ? '' : refused.reason, /^VoIPbin refuses the flow: .*tlak/);
    const missing = phone.dial('+15550101000', { answeredBy: { flowId: seedIds.mainNumber } });
    assert.deepEqual(missing, { ok: false, reason: `The account has no flow ${seedIds.mainNumber}.` });
    assert.deepEqual(phone.legs, []);
  });

  test('says why nothing answers', () => {
    const { sandbox } = openSandbox();
    const reasons = ['+15550109999', '+15550101050'].map((number) => {
      const dialled = sandbox.phone.dial(number);
      return dialled.ok ? '' : dialled.reason;
    });
    assert.deepEqual(reasons, [
      '+15550109999 is not a number of the account.',
      'No flow answers +15550101050. Give it one with PUT /numbers/{id}/flow_ids.',
    ]);
    assert.deepEqual(sandbox.phone.legs, []);
  });
});

suite('phone.text', () => {
  const attach = async (open: OpenSandbox, actions: JsonValue) => {
    const flow = (await open.ask('POST', '/flows', { name: 'Answers', actions })).body;
    await open.ask('PUT', `/numbers/${seedIds.mainNumber}/flow_ids`, { message_flow_id: flow.id });
  };
  const reply = {
    type: 'variable_set',
    option: { key: 'said', value: '${voipbin.conversation.peer.target}: ${voipbin.conversation_message.text}' },
  };
  const data = { type: 'variable_set', option: { key: 'data', value: '${voipbin.flow.reference_data}' } };

  test('a message runs the message flow of the number on the conversation with the sender', async () => {
    const open = openSandbox({ speed: 0 });
    await attach(open, [talk('Not heard'), reply, data]);
    const sent = open.sandbox.phone.text('+15550101000', 'Is it ready?', { type: 'tel', target: '+15550101012' });
    assert.ok(sent.ok);
    open.clock.advance(0);
    const { body } = await open.ask('GET', `/activeflows/${sent.activeflowId}`);
    assert.deepEqual([body.reference_type, body.status], ['conversation', 'ended']);
    const set = (open.sandbox.trace(sent.activeflowId)?.events ?? []).flatMap((event) =>
      event.type === 'variable' && event.by === 'variable_set' ? [event.value] : [],
    );
    assert.equal(set[0], '+15550101012: Is it ready?');
    const conversation = (await open.ask('GET', `/conversations/${body.reference_id}`)).body;
    assert.deepEqual([conversation.peer.target, conversation.self.target], ['+15550101012', '+15550101000']);
    assert.equal(JSON.parse(set[1] ?? '').id, conversation.id);
    const [message] = (await open.ask('GET', '/messages')).body.result;
    assert.deepEqual([message.direction, message.text], ['inbound', 'Is it ready?']);
  });

  test('two messages of one sender belong to one conversation', async () => {
    const open = openSandbox({ speed: 0 });
    await attach(open, [reply]);
    const referenceOf = async () => {
      const sent = open.sandbox.phone.text('+15550101000', 'Hello');
      assert.ok(sent.ok);
      return (await open.ask('GET', `/activeflows/${sent.activeflowId}`)).body.reference_id;
    };
    assert.equal(await referenceOf(), await referenceOf());
  });

  test('says why no flow runs', () => {
    const { phone } = openSandbox().sandbox;
    const reasons = ['+15550109999', '+15550101000'].map((number) => {
      const sent = phone.text(number, 'Hello');
      return sent.ok ? '' : sent.reason;
    });
    assert.deepEqual(reasons, [
      '+15550109999 is not a number of the account.',
      'No flow runs for messages to +15550101000. Give it one with PUT /numbers/{id}/flow_ids.',
    ]);
  });

  test('the numbers say which flows answer them', async () => {
    const open = openSandbox();
    await attach(open, [reply]);
    const [main] = open.sandbox.phone.numbers;
    assert.deepEqual(main, {
      number: '+15550101000',
      name: 'Harbour Bikes',
      callFlow: undefined,
      messageFlow: 'Answers',
    });
  });
});
