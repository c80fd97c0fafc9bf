import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { connectSession } from '../../../client/phone/connectSession';
import { createPhone } from '../../../client/phone/createPhone';
import type { LegAction, PhoneKey } from '../../../client/phone/phoneModel';
import { phoneView } from '../../../client/phone/phoneView';
import { createSession, type Launch, playCall } from '../../../flow/debug';
import { callVariables, type RunInput, silentWorld, type WorldScript } from '../../../flow/simulator';
import { fakeClock } from '../../support/fakeClock';
import { ana as anas, noDeeds, shop as shops } from './phones';

const ana = { type: 'tel', target: anas.address, name: anas.name };
const shop = { type: 'tel', target: shops.address, name: shops.name };
const workshop = { type: 'tel', target: '+15550101001', name: 'Workshop' };
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const digits = { type: 'digits_receive', option: { duration: 6000, length: 1 } };
const more = { type: 'digits_receive', option: { duration: 6000, length: 2 } };
const connect = { type: 'connect', option: { source: shop, destinations: [workshop] } };

const incoming = (...actions: object[]): RunInput => ({
  actions: actions as never,
  referenceType: 'call',
  variables: callVariables('c', ana, shop, 'incoming'),
});
const outgoing = (...actions: object[]): RunInput => ({
  ...incoming(...actions),
  direction: 'outgoing',
  dials: { destination: ana },
  variables: callVariables('c', shop, ana),
});

function phoneOf() {
  const phone = createPhone(noDeeds);
  const leg = (title: string) => {
    const found = phoneView(phone.state, phone.now).legs.find((leg) => leg.title === title);
    assert.ok(found, `${title} has a phone`);
    return found;
  };
  return {
    phone,
    leg,
    press: (key: PhoneKey, title = 'Ana') => phone.take({ type: 'press', leg: leg(title).id, key }),
    act: (action: LegAction, title = 'Ana') => phone.take({ type: 'act', leg: leg(title).id, action }),
    heard: (title = 'Ana') => leg(title).lines.map(({ text }) => text),
  };
}

/** A call that plays on a phone. */
function play(script: WorldScript, input: RunInput) {
  const clock = fakeClock();
  const playing = playCall(input, script, clock);
  const { session } = playing;
  const on = phoneOf();
  on.phone.join(
    connectSession({
      session,
      id: 'played',
      file: 'menu.flow.json',
      pace: () => (playing.isTaken ? 'taken' : 'plays'),
      acts: playing.takeOver,
      setSpeed: (speed) => {
        session.speed = Number.isFinite(speed) ? speed : 0;
      },
    }),
  );
  session.resume('continue');
  clock.advance(0);
  return { ...on, clock, session };
}

/** A debugged call: nothing takes real time, and a person is asked. */
function debug(input: RunInput) {
  const clock = fakeClock();
  const launch: Launch = { input, options: { semantics: 'observed' }, world: () => silentWorld, asks: true };
  const session = createSession(launch, 0, clock, {});
  const on = phoneOf();
  const leave = on.phone.join(
    connectSession({
      session,
      id: 'debugged',
      file: 'menu.flow.json',
      pace: () => (session.state === 'stopped' ? 'stopped' : 'patient'),
    }),
  );
  const go = (kind: 'continue' | 'in' | 'entry') => {
    session.resume(kind);
    clock.advance(0);
  };
  return { ...on, clock, session, go, leave };
}

suite('connectSession: a call that plays on the phone', () => {
  test('speaks and presses its keys by itself', () => {
    const { leg, heard, clock } = play({ digits: ['5'] }, incoming(talk('One key'), digits, talk('Thank you')));
    assert.deepEqual(
      [leg('Ana').state, leg('Ana').route, leg('Ana').now],
      ['talking', 'Calls Harbour Bikes (+15550101000)', 'Speaking'],
    );
    assert.equal(leg('Ana').keypadNote, 'This call plays by itself. Press a key or hang up to take it over.');
    clock.advance(60_000);
    assert.deepEqual(heard(), ['One key', '5', 'Thank you']);
    assert.deepEqual([leg('Ana').state, leg('Ana').stateText], ['over', 'VoIPbin hung up']);
  });

  test('says that the flow hung up, where it did', () => {
    const { leg, clock } = play({}, incoming({ type: 'answer' }, { type: 'hangup' }));
    clock.advance(60_000);
    assert.equal(leg('Ana').stateText, 'The flow hung up');
  });

  test('is taken over by a key', () => {
    const { leg, heard, clock, press } = play({ digits: ['5'] }, incoming(digits, talk('Thank you')));
    press('7');
    assert.equal(leg('Ana').keypadNote, 'You have taken over this call.');
    clock.advance(60_000);
    assert.deepEqual(heard(), ['7', 'Thank you']);
  });

  test('is taken over by hanging up', () => {
    const { leg, act, clock } = play({ digits: ['5'] }, incoming(talk('One key, and then another one'), digits));
    clock.advance(10);
    act('hangup');
    assert.equal(leg('Ana').stateText, 'You hung up');
  });

  test('in fast time is over soon; taken over, it waits for a key in real time', () => {
    const { phone, leg, heard, clock, press } = play({ digits: ['5', '6'] }, incoming(digits, more, talk('Bye')));
    phone.take({ type: 'speed', speed: 'fast' });
    clock.advance(0);
    assert.equal(leg('Ana').state, 'over');
    const other = play({ digits: ['5', '6'] }, incoming(digits, more, talk('Bye')));
    other.press('8');
    other.phone.take({ type: 'speed', speed: 'fast' });
    other.clock.advance(5000);
    assert.equal(other.leg('Ana').wantsKeys, true);
    other.press('9');
    other.clock.advance(0);
    assert.deepEqual(
      [heard(), other.heard()],
      [
        ['5 6', 'Bye'],
        ['8 9', 'Bye'],
      ],
    );
    press('1');
  });

  test('an outgoing call rings first', () => {
    const { leg, clock } = play({ callees: ['answers'] }, outgoing(talk('Hello')));
    assert.deepEqual([leg('Ana').state, leg('Ana').route], ['ringing', 'Called by Harbour Bikes (+15550101000)']);
    clock.advance(5000);
    assert.equal(leg('Ana').state, 'talking');
    const busy = play({ callees: ['busy'] }, outgoing(talk('Hello')));
    busy.clock.advance(60_000);
    assert.equal(busy.leg('Ana').stateText, 'You were busy');
  });

  test('parties that are connected ring, answer and leave by themselves, or by hand', () => {
    const { leg, clock } = play({ callees: ['answers'] }, incoming(connect));
    assert.deepEqual([leg('Workshop').state, leg('Workshop').depth], ['ringing', 1]);
    clock.advance(5000);
    assert.equal(leg('Workshop').state, 'talking');
    const taken = play({ callees: ['answers'] }, incoming(connect, talk('Nobody is there')));
    taken.act('busy', 'Workshop');
    assert.equal(taken.leg('Workshop').stateText, 'You were busy');
    assert.deepEqual(taken.heard().at(-1), 'Nobody is there');
  });

  test('the flow of a call that it places has a phone of its own', () => {
    const call = { type: 'call', option: { source: shop, destinations: [workshop], actions: [talk('Come'), digits] } };
    const { leg, clock, press, heard } = play(
      { calls: [{ callees: ['answers'] }] },
      incoming(call, talk('Wait'), digits),
    );
    clock.advance(5000);
    assert.equal(leg('Workshop').state, 'talking');
    clock.advance(3000);
    press('3', 'Workshop');
    assert.deepEqual(heard('Workshop'), ['Come', '3']);
    assert.equal(heard()[0], 'Wait');
  });
});

suite('connectSession: a debug session', () => {
  test('waits for a key of the phone as long as it takes, and time stands still', () => {
    const { leg, go, press, heard, clock, session } = debug(incoming(talk('One key'), digits, talk('Thank you')));
    go('continue');
    const ana = leg('Ana');
    assert.deepEqual([ana.now, ana.nowCourse, ana.clock.runs], ['Waiting for keys', undefined, false]);
    assert.equal(ana.keypadNote, 'No time passes until you do something.');
    clock.advance(3_600_000);
    press('5');
    assert.deepEqual([heard(), session.state], [['One key', '5', 'Thank you'], 'over']);
  });

  test('is drawn again when time passes, which its clock does not see', () => {
    const { leg, go, session, clock, phone } = debug(incoming(digits));
    go('continue');
    let shown = leg('Ana').clock.elapsed;
    const before = shown;
    phone.onChange(() => {
      shown = leg('Ana').clock.elapsed;
    });
    session.happen([{ does: 'wait', ms: 2000 }], 1);
    clock.advance(0);
    assert.equal(shown - before, 2000);
  });

  test('that has stopped keeps a key until it goes on', () => {
    const { leg, go, press, heard } = debug(incoming(talk('One key'), digits, talk('Thank you')));
    go('entry');
    assert.equal(leg('Ana').keypadNote, 'The debugger has stopped this call. A key counts when it continues.');
    press('5');
    go('continue');
    assert.deepEqual(heard(), ['One key', '5', 'Thank you'], 'the text takes it');
  });

  test('that goes back shows what was then', () => {
    const { go, press, heard, session, clock, phone } = debug(
      incoming(talk('One'), digits, talk('Two'), talk('Three')),
    );
    go('entry');
    go('in');
    go('in');
    press('5');
    go('continue');
    assert.deepEqual(heard(), ['One', '5', 'Two', 'Three']);
    assert.equal(session.state, 'over');
    phone.take({ type: 'select', leg: 'debugged/1' });
    const other = debug(incoming(talk('One'), talk('Two'), talk('Three')));
    other.go('entry');
    other.go('in');
    other.go('in');
    assert.deepEqual(other.heard(), ['One', 'Two']);
    other.session.stepBack(1);
    other.clock.advance(0);
    assert.deepEqual([other.heard(), other.leg('Ana').state], [['One'], 'talking']);
    clock.advance(0);
  });

  test('that is ended hangs up', () => {
    const { leg, go, session, leave } = debug(incoming(digits));
    go('continue');
    session.end();
    leave();
    assert.deepEqual([leg('Ana').stateText, leg('Ana').keypadNote], ['VoIPbin hung up', '']);
  });
});
