import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Snapshot } from '../../../client/api/watch';
import { watchActiveflow, watchCall } from '../../../client/api/watchCall';
import { apiInProcess, type InProcess } from '../../support/apiInProcess';
import { fakeSockets } from '../../support/fakeSocket';

const down = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('down'), { code: 'ENETUNREACH' }) });
};

/** A VoIPbin with one call and its activeflow, which the test changes. */
function world(newSocket?: Parameters<typeof apiInProcess>[1]) {
  const state = {
    call: { id: 'c', customer_id: 'u', status: 'dialing', activeflow_id: 'a' } as Record<string, unknown>,
    activeflow: { id: 'a', customer_id: 'u', status: 'running', executed_actions: [] as object[] } as Record<
      string,
      unknown
    >,
    answer: undefined as (() => unknown) | undefined,
  };
  const bench = apiInProcess((request) => {
    if (state.answer) return state.answer();
    return request === 'GET /calls/c' ? state.call : state.activeflow;
  }, newSocket);
  return { ...bench, state };
}

function watching<T>(watch: AsyncGenerator<Snapshot<T>, void, undefined>) {
  const next = async (): Promise<Snapshot<T> | undefined> => {
    const { value, done } = await watch.next();
    return done ? undefined : (value ?? undefined);
  };
  return { next, end: () => watch.return() };
}

const start = ({ api, clock }: InProcess, signal?: AbortSignal) =>
  watching(watchCall(api, 'c', { clock, random: () => 0, signal }));

suite('watchCall', () => {
  test('opens no event stream for a call whose customer is not told: there is no topic to ask for', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    delete bench.state.call.customer_id;
    const { next, end } = start(bench);
    assert.equal((await next())?.state, 'live');
    const second = next();
    await bench.clock.whenPending(1000);
    assert.deepEqual(sockets.opened, []);
    bench.state.call.status = 'ringing';
    await bench.clock.pass(1000);
    assert.equal((await second)?.value?.call.status, 'ringing');
    await end();
  });

  test('shows the call with its activeflow, and each change', async () => {
    const bench = world();
    const { next } = start(bench);
    const first = await next();
    assert.equal(first?.state, 'live');
    assert.equal(first?.value?.call.status, 'dialing');
    assert.equal(first?.value?.activeflow?.status, 'running');

    const second = next();
    await bench.clock.pass(1000);
    await bench.clock.whenPending(1500);
    bench.state.call.status = 'ringing';
    await bench.clock.pass(1500);
    assert.equal((await second)?.value?.call.status, 'ringing');

    const third = next();
    bench.state.activeflow.executed_actions = [{ id: 'x', type: 'answer' }];
    await bench.clock.pass(1000);
    assert.equal((await third)?.value?.activeflow?.executed_actions.length, 1);
  });

  test('asks less often while nothing changes', async () => {
    const bench = world();
    const { next } = start(bench);
    await next();
    void next();
    for (const wait of [1000, 1500, 2250, 3375, 4000, 4000]) await bench.clock.pass(wait);
    await bench.clock.whenPending(4000);
    assert.equal(bench.asked.length, 14);
  });

  test('ends at the hang-up', async () => {
    const bench = world();
    bench.state.call.status = 'hangup';
    bench.state.activeflow.status = 'ended';
    const { next } = start(bench);
    assert.equal((await next())?.state, 'ended');
    assert.equal(await next(), undefined);
    assert.deepEqual(bench.clock.pending(), []);
  });

  test('waits a little for the flow after the hang-up', async () => {
    const bench = world();
    bench.state.call.status = 'hangup';
    const { next } = start(bench);
    assert.equal((await next())?.state, 'live');
    const second = next();
    bench.state.activeflow.status = 'ended';
    await bench.clock.pass(1000);
    const last = await second;
    assert.equal(last?.state, 'ended');
    assert.equal(last?.value?.activeflow?.status, 'ended');
  });

  test('but not for long', async () => {
    const bench = world();
    bench.state.call.status = 'hangup';
    const { next } = start(bench);
    await next();
    const second = next();
    for (const wait of [1000, 1500, 2250]) await bench.clock.pass(wait);
    assert.equal((await second)?.state, 'ended');
  });

  test('a call without a flow that may be read', async () => {
    const bench = apiInProcess((request) =>
      request === 'GET /calls/c'
        ? { id: 'c', status: 'hangup', activeflow_id: 'a' }
        : new Response('', { status: 403 }),
    );
    const snapshot = await start(bench).next();
    assert.equal(snapshot?.state, 'ended');
    assert.equal(snapshot?.value?.activeflow, undefined);
  });

  test('survives the network going away', async () => {
    const bench = world();
    const { next } = start(bench);
    await next();
    const second = next();
    bench.state.answer = down;
    await bench.clock.pass(1000);
    const offline = await second;
    assert.equal(offline?.state, 'offline');
    assert.equal(offline?.value?.call.status, 'dialing', 'the last that is known');
    assert.equal(offline?.problem?.kind, 'network');

    const third = next();
    await bench.clock.pass(1000);
    await bench.clock.whenPending(2000);
    bench.state.answer = undefined;
    await bench.clock.pass(2000);
    assert.equal((await third)?.state, 'live', 'though nothing else has changed');
  });

  test('is offline from the beginning', async () => {
    const bench = world();
    bench.state.answer = () => new Response('', { status: 500 });
    const { next } = start(bench);
    const first = await next();
    assert.equal(first?.state, 'offline');
    assert.equal(first?.value, undefined);
  });

  test('waits as long as the server asks', async () => {
    const bench = world();
    bench.state.answer = () => new Response('', { status: 429, headers: { 'retry-after': '20' } });
    const { next } = start(bench);
    assert.equal((await next())?.problem?.kind, 'rateLimited');
    void next();
    await bench.clock.pass(20_000);
    await bench.clock.whenPending(20_000);
    assert.equal(bench.asked.length, 2);
  });

  test('fails when the call cannot be read at all', async () => {
    const bench = world();
    bench.state.answer = () => new Response('', { status: 404 });
    await assert.rejects(start(bench).next(), /no such id/);
    assert.deepEqual(bench.clock.pending(), []);
  });

  test('is cancelled while it waits', async () => {
    const bench = world();
    const controller = new AbortController();
    const { next } = start(bench, controller.signal);
    await next();
    const second = next();
    await bench.clock.whenPending(1000);
    controller.abort();
    assert.equal(await second, undefined);
    assert.deepEqual(bench.clock.pending(), []);
  });

  test('is cancelled while it asks', async () => {
    const bench = world();
    bench.state.answer = () => new Promise(() => {});
    const controller = new AbortController();
    const first = start(bench, controller.signal).next();
    await bench.clock.whenPending(10_000);
    controller.abort();
    assert.equal(await first, undefined);
  });
});

suite('watchCall with events', () => {
  test('subscribes to the call and its activeflow', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    const { next, end } = start(bench);
    await next();
    void next();
    await bench.clock.whenPending(1000);
    assert.equal(sockets.last().address, 'wss://voipbin.invalid/v1.0/ws?token=tok');
    sockets.last().open();
    assert.deepEqual(JSON.parse(sockets.last().sent[0] ?? ''), {
      type: 'subscribe',
      topics: ['customer_id:u:call:c', 'customer_id:u:activeflow:a'],
    });
    void end();
  });

  test('an event makes it ask at once, and otherwise it asks seldom', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    const { next } = start(bench);
    await next();
    const second = next();
    await bench.clock.whenPending(1000);
    sockets.last().open();
    // It may have missed something before the stream began.
    await bench.clock.pass(300);
    for (const wait of [1500, 2250, 3375, 5063, 7594, 11_391, 15_000]) await bench.clock.pass(wait - 1, wait);
    await bench.clock.whenPending(15_000);
    bench.state.call.status = 'ringing';
    sockets.last().message(bench.state.call);
    sockets.last().message(bench.state.call);
    await bench.clock.pass(300);
    assert.equal((await second)?.value?.call.status, 'ringing');
  });

  test('without the stream it asks as often as ever', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    const { next } = start(bench);
    await next();
    void next();
    for (const wait of [1000, 1500, 2250, 3375, 4000]) await bench.clock.pass(wait);
    await bench.clock.whenPending(4000);
  });

  test('closes the stream at the end', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    const { next } = start(bench);
    await next();
    const second = next();
    await bench.clock.whenPending(1000);
    sockets.last().open();
    bench.state.call.status = 'hangup';
    bench.state.activeflow.status = 'ended';
    await bench.clock.pass(300);
    assert.equal((await second)?.state, 'ended');
    assert.equal(await next(), undefined);
    assert.equal(sockets.last().isClosed, true);
    assert.deepEqual(bench.clock.pending(), []);
  });

  test('closes the stream when nobody watches any more', async () => {
    const sockets = fakeSockets();
    const bench = world(sockets.newSocket);
    const { next, end } = start(bench);
    await next();
    const second = next();
    bench.state.call.status = 'ringing';
    await bench.clock.pass(1000);
    await second;
    await end();
    assert.equal(sockets.last().isClosed, true);
    assert.deepEqual(bench.clock.pending(), []);
  });
});

suite('watchActiveflow', () => {
  test('ends when it has ended', async () => {
    const bench = world();
    const { next } = watching(watchActiveflow(bench.api, 'a', { clock: bench.clock, random: () => 0 }));
    assert.equal((await next())?.value?.status, 'running');
    const second = next();
    bench.state.activeflow.status = 'ended';
    await bench.clock.pass(1000);
    assert.equal((await second)?.state, 'ended');
    assert.equal(await next(), undefined);
  });
});
