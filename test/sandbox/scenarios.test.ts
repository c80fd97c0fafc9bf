import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import type { Semantics } from '../../flow/catalog/semantics';
import type { Leg, PhoneEvent } from '../../sandbox';
import { ana, type OpenSandbox, openSandbox, pathOf, someNumber } from './openSandbox';

interface Played {
  readonly open: OpenSandbox;
  readonly path: string;
  readonly end: string;
  readonly said: readonly string[];
  readonly why: string | undefined;
}

/** Runs an example as an outgoing call, as fast as possible; `act` does what the people on the phones do. */
async function play(
  path: string,
  act: (event: PhoneEvent, open: OpenSandbox) => void = () => {},
  semantics: Semantics = 'observed',
): Promise<Played> {
  const text = readFileSync(join(__dirname, `../../${path}.flow.json`), 'utf8');
  const open = openSandbox({ speed: 0, semantics });
  const { phone } = open.sandbox;
  let own = '';
  phone.subscribe((event) => {
    if (event.type === 'leg' && event.leg.id === own && event.leg.status === 'ringing') phone.answer(own);
    act(event, open);
  });
  const body = { source: someNumber, destinations: [ana], actions: JSON.parse(text).actions };
  const { status, body: placed } = await open.ask('POST', '/calls', body);
  assert.equal(status, 200);
  own = placed.calls[0].id;
  open.clock.advance(0);
  const call = (await open.ask('GET', `/calls/${own}`)).body;
  const activeflow = (await open.ask('GET', `/activeflows/${call.activeflow_id}`)).body;
  assert.deepEqual([call.status, activeflow.status], ['hangup', 'ended']);
  return {
    open,
    path: pathOf(activeflow),
    end: `${call.hangup_by} ${call.hangup_reason}`,
    said: open.happened.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    why: open.sandbox.trace(call.activeflow_id)?.result?.detail,
  };
}

const isRinging = (leg: Leg) => leg.role === 'connected' && leg.status === 'ringing';
const whenWorkshop =
  (does: 'answer' | 'busy' | 'noAnswer') =>
  (event: PhoneEvent, { sandbox }: OpenSandbox) => {
    if (event.type !== 'leg' || event.leg.role !== 'connected') return;
    if (isRinging(event.leg)) sandbox.phone[does](event.leg.id);
    else if (event.leg.status === 'progressing') sandbox.phone.hangup(event.leg.id);
  };
/** Presses these keys, one in each round; `-` is silence. */
const pressing = (keys: string) => {
  const left = [...keys];
  return (event: PhoneEvent, { sandbox }: OpenSandbox) => {
    if (event.type !== 'waiting' || event.waiting.for !== 'digits') return;
    const key = left.shift() ?? '-';
    if (key !== '-') sandbox.phone.press(event.leg.id, key);
  };
};

suite('the beginners’ examples, called', () => {
  const tested = 'connect confbridge_join condition_call_status hangup';
  const recorded = 'connect confbridge_join talk beep recording_start sleep hangup';

  for (const does of ['answer', 'busy', 'noAnswer'] as const) {
    test(`voicemail, workshop: ${does}. The caller can leave a message`, async () => {
      const { path, end, said } = await play('examples/voicemail', whenWorkshop(does));
      assert.deepEqual([path, end, said.length], [recorded, 'local normal', 1]);
    });

    test(`voicemail of VoIPbin’s page, workshop: ${does}. The engine looks at the caller’s own call, so no message is taken`, async () => {
      const { path, end, said } = await play('test/fixtures/scenarios/voicemail', whenWorkshop(does));
      assert.deepEqual([path, end, said], [tested, 'local normal', []]);
    });
  }

  const round = 'talk digits_receive branch';
  const answers = {
    '1': 'We are open from Tuesday to Sunday, from nine in the morning until six in the evening.',
    '2': 'A bike for a day is twenty dollars. You can pick one up at the harbour without a reservation.',
    '3': 'Repairs take two days. We send you a text message as soon as your bike is ready.',
  };
  for (const [key, answer] of Object.entries(answers)) {
    test(`branch menu, key ${key}`, async () => {
      const { path, end, said } = await play('examples/branch-menu', pressing(key));
      assert.deepEqual([path, end, said.at(-1)], [`${round} talk hangup`, 'local normal', answer]);
    });
  }

  test('branch menu, a wrong key and then a right one', async () => {
    const { path, said } = await play('examples/branch-menu', pressing('93'));
    assert.equal(path, `${round} talk goto ${round} talk hangup`);
    assert.equal(said.at(-1), answers['3']);
  });

  for (const keys of ['---', '999']) {
    test(`branch menu, only ${keys}: documented, the third time is the last`, async () => {
      const { path, end, said } = await play('examples/branch-menu', pressing(keys), 'documented');
      assert.equal(path, `${`${round} talk goto `.repeat(3)}talk hangup`);
      assert.deepEqual([end, said.at(-1)], ['local normal', 'It seems we cannot help you this way. Goodbye.']);
    });

    test(`branch menu, only ${keys}: the engine goes on until the call is dropped`, async () => {
      const { path, end, why } = await play('examples/branch-menu', pressing(keys.repeat(20)));
      assert.equal(path, `${`${round} talk goto `.repeat(20)}talk`);
      assert.deepEqual([end, why], ['local normal', 'The flow has used up its 101 executions.']);
    });
  }

  test('branch menu, the caller hangs up in the middle', async () => {
    const { path, end } = await play('examples/branch-menu', (event, { sandbox }) => {
      if (event.type === 'waiting' && event.waiting.for === 'digits') sandbox.phone.hangup(event.leg.id);
    });
    assert.deepEqual([path, end], ['talk digits_receive', 'remote normal']);
  });

  test('message to three numbers', async () => {
    const { path, end, open } = await play('examples/message-send');
    assert.deepEqual([path, end], ['message_send', 'local normal']);
    assert.ok(open.lines.some((line) => line.endsWith('message_send: nothing leaves the sandbox')));
  });

  test('message and call: the other phone rings after the first call is over', async () => {
    const { path, end, open } = await play('examples/message-and-call');
    assert.deepEqual([path, end], ['message_send call', 'local normal']);
    const ringing = open.onlyLeg();
    assert.deepEqual([ringing.status, ringing.destination.target], ['ringing', '+15550101011']);
    open.sandbox.phone.answer(ringing.id);
    open.clock.advance(0);
    const activeflow = (await open.ask('GET', `/activeflows/${ringing.activeflowId}`)).body;
    assert.equal(pathOf(activeflow), 'talk sleep talk');
    const said = open.happened.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    assert.equal(said.at(-1), 'Once more: the alarm of the bike shed went off. Goodbye.');
  });

  test('message and call: the other phone is busy', async () => {
    const { open } = await play('examples/message-and-call');
    const { id } = open.onlyLeg();
    open.sandbox.phone.busy(id);
    const { body } = await open.ask('GET', `/calls/${id}`);
    assert.deepEqual([body.hangup_by, body.hangup_reason], ['remote', 'busy']);
  });
});

suite('the beginners’ examples, called in', () => {
  test('voicemail on the main number, the workshop does not answer', async () => {
    const open = openSandbox({ speed: 0 });
    const flow = JSON.parse(readFileSync(join(__dirname, '../../examples/voicemail.flow.json'), 'utf8'));
    const { body } = await open.ask('POST', '/flows', flow);
    const [number] = (await open.ask('GET', '/numbers')).body.result.slice(-1);
    await open.ask('PUT', `/numbers/${number.id}/flow_ids`, { call_flow_id: body.id });
    open.sandbox.phone.subscribe((event) => {
      if (event.type === 'leg' && isRinging(event.leg)) open.sandbox.phone.noAnswer(event.leg.id);
    });
    const dialled = open.sandbox.phone.dial(number.number);
    assert.ok(dialled.ok);
    open.clock.advance(0);
    const activeflow = (await open.ask('GET', `/activeflows/${dialled.leg.activeflowId}`)).body;
    assert.equal(pathOf(activeflow), 'connect confbridge_join talk beep recording_start sleep hangup');
  });
});
