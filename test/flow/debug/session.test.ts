import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createSession, type Launch, playCall } from '../../../flow/debug';
import { type RunInput, silentWorld, type WorldScript } from '../../../flow/simulator';
import { fakeClock } from '../../support/fakeClock';

const digits = (duration: number, length = 2) => ({ type: 'digits_receive', option: { duration, length } });
const sleep = (duration: number) => ({ type: 'sleep', option: { duration } });
const inputOf = (...actions: object[]): RunInput => ({ actions: actions as never, referenceType: 'call' });

/** A session in real time; what happened, with the virtual and the real seconds. */
function begin(input: RunInput, speed: number) {
  const clock = fakeClock();
  const began = clock.now();
  const launch: Launch = { input, options: { semantics: 'observed' }, world: () => silentWorld, asks: true };
  const told: string[] = [];
  const real = () => (clock.now() - began) / 1000;
  const session = createSession(launch, speed, clock, {
    happened: ({ event }) => {
      if (event.type === 'key' || event.type === 'end') told.push(`${event.type} ${event.time / 1000} ${real()}`);
    },
  });
  session.resume('continue');
  clock.advance(0);
  return { session, clock, told };
}

suite('a debug session in real time', () => {
  test('a wait that nobody ends takes its time once', () => {
    const { clock, told } = begin(inputOf(digits(6000)), 1);
    clock.advance(5999);
    assert.deepEqual(told, []);
    clock.advance(1);
    assert.deepEqual(told, ['end 6 6']);
  });

  test('keys count when they are pressed', () => {
    const { clock, session, told } = begin(inputOf(digits(6000)), 1);
    clock.advance(2000);
    assert.equal(session.now, 2000);
    session.happen([{ does: 'key', key: '4' }], 1);
    clock.advance(1000);
    session.happen([{ does: 'key', key: '5' }], 1);
    assert.deepEqual(told, ['key 2 2', 'key 3 3', 'end 3 3']);
  });

  test('its speed can change in the middle of a wait', () => {
    const { clock, session, told } = begin(inputOf(sleep(10_000)), 1);
    clock.advance(4000);
    session.speed = 2;
    clock.advance(3000);
    assert.deepEqual(told, ['end 10 7']);
  });

  test('no time passes while it is stopped', () => {
    const { clock, session, told } = begin(inputOf(sleep(10_000)), 1);
    clock.advance(4000);
    session.pause();
    clock.advance(60_000);
    assert.equal(session.now, 4000);
    session.resume('continue');
    clock.advance(6000);
    assert.deepEqual(told, ['end 10 70']);
  });
});

/** A call that plays by itself, and the keys of its caller with their virtual seconds. */
function play(script: WorldScript, ...actions: object[]) {
  const clock = fakeClock();
  const playing = playCall(inputOf(...actions), script, clock);
  const keys = () =>
    playing.session.machine.happened.flatMap(({ event }) =>
      event.type === 'key' ? `${event.key} ${event.time / 1000}` : [],
    );
  playing.session.resume('continue');
  clock.advance(0);
  return { ...playing, playing, clock, keys };
}

suite('a call that plays by itself', () => {
  test('presses its keys in time', () => {
    const { clock, keys, session } = play({ digits: ['12', '3'] }, digits(6000), sleep(1000), digits(6000, 3));
    clock.advance(500);
    assert.deepEqual(keys(), ['1 0.4']);
    clock.advance(2000);
    assert.deepEqual([keys(), session.state], [['1 0.4', '2 0.8', '3 2.2'], 'over']);
  });

  test('presses nothing any more once it is taken over, and waits for the person as long as the flow does', () => {
    const { clock, keys, session, takeOver } = play({ digits: ['12', '3'] }, digits(6000), digits(6000, 3));
    clock.advance(600);
    takeOver();
    session.happen([{ does: 'key', key: '9' }], 1);
    assert.deepEqual(keys(), ['1 0.4', '9 0.6']);
    clock.advance(5000);
    assert.equal(session.state, 'running');
    assert.deepEqual(keys(), ['1 0.4', '9 0.6']);
    clock.advance(1000);
    assert.deepEqual([session.state, session.now], ['over', 6600]);
  });

  test('nobody hangs up any more, either', () => {
    const { clock, session, takeOver } = play({ hangs_up_at: 3000 }, digits(6000), sleep(1000));
    clock.advance(1000);
    takeOver();
    session.happen([{ does: 'key', key: '9' }], 1);
    clock.advance(10_000);
    const last = session.machine.happened.at(-1)?.event;
    assert.ok(last?.type === 'end');
    assert.deepEqual([last.outcome, last.time], ['finished', 7000]);
  });

  test('keeps what a script says of services and files', () => {
    const audio = 'https://example.com/hold.wav';
    const media = { type: 'play', option: { stream_urls: [audio] } };
    const { clock, session, takeOver } = play({ digits: ['1'], audio: { [audio]: 9000 } }, digits(6000, 1), media);
    takeOver();
    session.happen([{ does: 'key', key: '9' }], 1);
    clock.advance(0);
    const at = session.now;
    clock.advance(60_000);
    assert.equal(session.now - at, 9000);
  });
});
