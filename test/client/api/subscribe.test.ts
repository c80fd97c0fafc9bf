import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createMask } from '../../../client/api/maskUrl';
import { createSubscribe, type NewSocket } from '../../../client/api/subscribe';
import { fakeClock } from '../../support/fakeClock';
import { fakeSockets } from '../../support/fakeSocket';

function bench(replace?: NewSocket) {
  const clock = fakeClock();
  const sockets = fakeSockets();
  const logged: string[] = [];
  const told: string[] = [];
  const states: boolean[] = [];
  const log = { debug: (message: string) => logged.push(message), warn: (message: string) => logged.push(message) };
  const subscribe = createSubscribe({
    newSocket: replace ?? sockets.newSocket,
    address: () => `wss://voipbin.invalid/v1.0/ws?token=s3cr3t${sockets.opened.length}`,
    clock,
    random: () => 0,
    log,
    mask: createMask(),
  });
  const subscription = subscribe({ topics: ['customer_id:u:call'], onState: (isOpen) => states.push(isOpen) }, () =>
    told.push('event'),
  );
  return { clock, sockets, logged, told, states, subscription };
}

const call = { id: 'c', status: 'ringing', direction: 'outgoing' };

suite('subscribe', () => {
  test('names its topics once the connection stands', () => {
    const { sockets, states } = bench();
    assert.deepEqual(sockets.last().sent, []);
    sockets.last().open();
    assert.deepEqual(sockets.last().sent, ['{"type":"subscribe","topics":["customer_id:u:call"]}']);
    assert.deepEqual(states, [true]);
  });

  test('tells of events, whatever their form, and of nothing that is not one', () => {
    const { sockets, told } = bench();
    sockets.last().open();
    const events = [call, { type: 'call_ringing', data: call }, { type: 'queue_created', data: { id: 'q' } }];
    for (const event of events) sockets.last().message(event);
    assert.equal(told.length, events.length);
    const tooDeep = `{"id":"c","own":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const text of ['', 'pong', '5', 'null', '[]', '{', tooDeep]) sockets.last().message(text);
    assert.equal(told.length, events.length);
  });

  test('comes back after a broken connection, with growing pauses and the credentials of then', () => {
    const { sockets, states, clock } = bench();
    for (const wait of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
      sockets.last().drop();
      assert.deepEqual(clock.pending(), [wait]);
      clock.advance(wait);
    }
    assert.equal(sockets.opened.length, 8);
    assert.match(sockets.last().address, /s3cr3t7$/);
    assert.deepEqual(states, []);
  });

  test('begins with short pauses again after a connection that lasted', () => {
    const { sockets, states, clock } = bench();
    for (const wait of [500, 1000]) {
      sockets.last().drop();
      clock.advance(wait);
    }
    sockets.last().open();
    clock.advance(60_000);
    sockets.last().drop();
    assert.deepEqual(clock.pending(), [500]);
    assert.deepEqual(states, [true, false]);
  });

  test('goes on growing when each connection is closed at once: a topic was refused', () => {
    const { sockets, clock } = bench();
    for (const wait of [500, 1000, 2000]) {
      sockets.last().open();
      sockets.last().drop();
      assert.deepEqual(clock.pending(), [wait]);
      clock.advance(wait);
    }
  });

  test('leaves nothing behind when closed', () => {
    const { sockets, subscription, told, states, clock } = bench();
    sockets.last().open();
    subscription.close();
    assert.equal(sockets.last().isClosed, true);
    sockets.last().message(call);
    sockets.last().drop();
    subscription.close();
    assert.deepEqual(told, []);
    assert.deepEqual(states, [true]);
    assert.deepEqual(clock.pending(), []);
    assert.equal(sockets.opened.length, 1);
  });

  test('leaves nothing behind when closed between two connections', () => {
    const { sockets, subscription, clock } = bench();
    sockets.last().drop();
    subscription.close();
    assert.deepEqual(clock.pending(), []);
  });

  test('does not log the address', () => {
    const { logged, clock } = bench((address) => {
      throw new SyntaxError(`cannot open ${address}`);
    });
    assert.match(
      logged.join('\n'),
      /could not be opened: cannot open wss:\/\/voipbin\.invalid\/v1\.0\/ws\?token=\*\*\*/,
    );
    assert.doesNotMatch(logged.join('\n'), /s3cr3t/);
    assert.deepEqual(clock.pending(), [500], 'it tries again');
  });
});
