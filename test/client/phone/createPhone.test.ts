import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createPhone, virtualSpeed } from '../../../client/phone/createPhone';
import type { Exchange, PhoneEvent } from '../../../client/phone/phoneModel';
import { after, anasLeg, legEvent, noDeeds, waits } from './phones';

/** A VoIPbin that notes what is asked of it. */
function fakeExchange() {
  const asked: string[] = [];
  const listeners = new Set<(event: PhoneEvent) => void>();
  const exchange: Exchange = {
    now: () => 5000,
    act: (leg, action) => void asked.push(`${action} ${leg}`),
    press: (leg, key) => void asked.push(`press ${key} ${leg}`),
    setSpeed: (speed) => void asked.push(`speed ${speed}`),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const happen = (...events: PhoneEvent[]) => {
    for (const event of events) for (const listener of listeners) listener(event);
  };
  return { exchange, asked, happen, listeners };
}

suite('createPhone', () => {
  test('remembers how time ran', () => {
    const kept: string[] = [];
    const phone = createPhone({ ...noDeeds, speed: { last: () => 'fast', keep: (speed) => kept.push(speed) } });
    assert.equal(phone.state.speed, 'fast');
    phone.take({ type: 'speed', speed: 'real' });
    assert.deepEqual([kept, phone.state.speed], [['real'], 'real']);
  });

  test('follows the VoIPbin behind it and tells what changed', () => {
    const { exchange, happen } = fakeExchange();
    const phone = createPhone(noDeeds);
    const announced: string[] = [];
    phone.connect(exchange);
    const stop = phone.onChange((texts) => announced.push(...texts));
    happen(legEvent(anasLeg, 'ringing'), legEvent(anasLeg, 'talking'));
    stop();
    happen(legEvent(anasLeg, 'over'));
    assert.deepEqual(announced, ['Ana is ringing. Harbour Bikes (+15550101000) calls.', 'In call.']);
    assert.equal(phone.state.legs[0]?.state, 'over');
    assert.equal(phone.now(), 5000);
  });

  test('hands on what the person does', () => {
    const { exchange, asked, happen } = fakeExchange();
    const started: string[] = [];
    const begun: unknown[] = [];
    const phone = createPhone({
      ...noDeeds,
      start: (what) => started.push(what),
      dial: async (call) => void begun.push(call),
      text: async (message) => void begun.push(message),
    });
    phone.connect(exchange);
    happen(legEvent(anasLeg, 'ringing'), legEvent({ ...anasLeg, id: 'b' }, 'ringing'));
    asked.length = 0;
    phone.take({ type: 'act', leg: 'a', action: 'answer' });
    phone.take({ type: 'press', leg: 'a', key: '7' });
    assert.deepEqual(asked, ['answer a', 'press 7 a']);
    phone.take({ type: 'select', leg: 'b' });
    assert.equal(phone.state.selected, 'b');
    phone.take({ type: 'runCall' });
    phone.take({ type: 'callFlow' });
    assert.deepEqual(started, ['runCall', 'callFlow']);
    const dial = { type: 'dial', number: '+15550101000', from: '+15550101011' } as const;
    const text = { ...dial, type: 'text', text: 'Hello' } as const;
    phone.take(dial);
    phone.take(text);
    assert.deepEqual(begun, [dial, text]);
  });

  test('the pad tells why a number is not called, until the next attempt or another state of the numbers', async () => {
    const lacking = { text: 'No flow answers calls to Rentals.', lacksFlow: true };
    const untyped = { text: 'Type or choose a number.', lacksFlow: false };
    const started: string[] = [];
    const phone = createPhone({
      ...noDeeds,
      start: (what) => started.push(what),
      dial: async () => lacking,
      text: async () => untyped,
    });
    const { exchange, happen } = fakeExchange();
    phone.connect(exchange);
    const announced: string[] = [];
    phone.onChange((texts) => announced.push(...texts));
    const refused = async (act: () => void) => {
      act();
      assert.equal(phone.state.refusal, undefined, 'an old answer is gone at once');
      await new Promise((wake) => setImmediate(wake));
      return phone.state.refusal;
    };
    const number = { number: '+15550101050', from: '+15550101011' };
    const dial = () => phone.take({ type: 'dial', ...number });
    assert.deepEqual(await refused(dial), { ...lacking, of: 'call' });
    assert.deepEqual(await refused(() => phone.take({ type: 'text', ...number, text: 'Hi' })), {
      ...untyped,
      of: 'message',
    });
    assert.deepEqual(announced, [lacking.text, untyped.text]);
    phone.take({ type: 'attachFlow' });
    assert.deepEqual(started, ['attachFlow']);
    happen({ type: 'numbers', numbers: [] });
    assert.equal(phone.state.refusal, undefined);
    await refused(dial);
    happen(legEvent(anasLeg, 'ringing'));
    assert.equal(phone.state.refusal, undefined);
  });

  test('without a VoIPbin nothing happens', () => {
    const phone = createPhone(noDeeds);
    phone.take({ type: 'act', leg: 'a', action: 'answer' });
    phone.take({ type: 'press', leg: 'a', key: '1' });
    phone.take({ type: 'ready' });
    assert.deepEqual([phone.state.legs, phone.now()], [[], 0]);
  });

  test('another VoIPbin takes the place of the one before', () => {
    const [first, second] = [fakeExchange(), fakeExchange()];
    const phone = createPhone(noDeeds);
    phone.connect(first.exchange);
    first.happen(legEvent(anasLeg, 'ringing'));
    phone.connect(second.exchange);
    assert.deepEqual([phone.state.legs, first.listeners.size, second.listeners.size], [[], 0, 1]);
    phone.connect(undefined);
    assert.equal(second.listeners.size, 0);
  });

  test('calls that join it are acted on where they come from, and stay when they leave', () => {
    const [own, other] = [fakeExchange(), fakeExchange()];
    const phone = createPhone(noDeeds);
    phone.connect(own.exchange);
    own.happen(legEvent(anasLeg, 'talking'));
    const leave = phone.join({ ...other.exchange, now: () => 70 });
    const played = { ...anasLeg, id: 'p', pace: 'plays' } as const;
    other.happen(legEvent(played, 'talking'));
    for (const { asked } of [own, other]) asked.length = 0;
    phone.take({ type: 'press', leg: 'a', key: '1' });
    phone.take({ type: 'press', leg: 'p', key: '2' });
    phone.take({ type: 'act', leg: 'p', action: 'hangup' });
    assert.deepEqual([own.asked, other.asked], [['press 1 a'], ['press 2 p', 'hangup p']]);
    assert.deepEqual([phone.now(), phone.now('a'), phone.now('p')], [5000, 5000, 70]);
    other.happen(legEvent(played, 'over'));
    leave();
    assert.equal(other.listeners.size, 0);
    assert.deepEqual(
      phone.state.legs.map(({ id, state }) => `${id} ${state}`),
      ['a talking', 'p over'],
    );
    other.happen({ type: 'forgotten', legs: ['a'] });
    assert.equal(phone.state.legs.length, 2);
  });

  test('a call that plays by itself need not wait for a person where time runs fast', () => {
    const [own, other] = [fakeExchange(), fakeExchange()];
    const phone = createPhone(noDeeds);
    phone.connect(own.exchange);
    phone.join(other.exchange);
    phone.take({ type: 'speed', speed: 'fast' });
    other.happen(legEvent({ ...anasLeg, pace: 'plays' }, 'talking'));
    other.asked.length = 0;
    other.happen(waits('digits', 0, 6000));
    other.happen(legEvent({ ...anasLeg, pace: 'taken' }, 'talking'));
    assert.deepEqual(other.asked, ['speed Infinity', 'speed 1']);
    assert.equal(own.asked.at(-1), 'speed Infinity');
  });

  test('fast time waits for nothing but keys', () => {
    const { exchange, asked, happen } = fakeExchange();
    const phone = createPhone(noDeeds);
    phone.connect(exchange);
    phone.take({ type: 'speed', speed: 'fast' });
    happen(
      legEvent(anasLeg, 'talking'),
      waits('talk', 0, 1000),
      waits('digits', 1000, 7000),
      waits('sleep', 2000, 3000),
    );
    assert.deepEqual(asked, ['speed 1', ...Array(3).fill('speed Infinity'), 'speed 1', 'speed Infinity']);
    assert.equal(virtualSpeed(after(legEvent(anasLeg, 'talking'))), 1);
  });
});
