import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createPhone, virtualSpeed } from '../../../client/phone/createPhone';
import type { Exchange, PhoneEvent } from '../../../client/phone/phoneModel';
import { after, anasLeg, legEvent, waits } from './phones';

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
  test('follows the VoIPbin behind it and tells what changed', () => {
    const { exchange, happen } = fakeExchange();
    const phone = createPhone({ runCall: () => {} });
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
    let calls = 0;
    const phone = createPhone({ runCall: () => calls++ });
    phone.connect(exchange);
    happen(legEvent(anasLeg, 'ringing'), legEvent({ ...anasLeg, id: 'b' }, 'ringing'));
    asked.length = 0;
    phone.take({ type: 'act', leg: 'a', action: 'answer' });
    phone.take({ type: 'press', leg: 'a', key: '7' });
    assert.deepEqual(asked, ['answer a', 'press 7 a']);
    phone.take({ type: 'select', leg: 'b' });
    assert.equal(phone.state.selected, 'b');
    phone.take({ type: 'runCall' });
    assert.equal(calls, 1);
  });

  test('without a VoIPbin nothing happens', () => {
    const phone = createPhone({ runCall: () => {} });
    phone.take({ type: 'act', leg: 'a', action: 'answer' });
    phone.take({ type: 'press', leg: 'a', key: '1' });
    phone.take({ type: 'ready' });
    assert.deepEqual([phone.state.legs, phone.now()], [[], 0]);
  });

  test('another VoIPbin takes the place of the one before', () => {
    const [first, second] = [fakeExchange(), fakeExchange()];
    const phone = createPhone({ runCall: () => {} });
    phone.connect(first.exchange);
    first.happen(legEvent(anasLeg, 'ringing'));
    phone.connect(second.exchange);
    assert.deepEqual([phone.state.legs, first.listeners.size, second.listeners.size], [[], 0, 1]);
    phone.connect(undefined);
    assert.equal(second.listeners.size, 0);
  });

  test('fast time waits for nothing but keys', () => {
    const { exchange, asked, happen } = fakeExchange();
    const phone = createPhone({ runCall: () => {} });
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
