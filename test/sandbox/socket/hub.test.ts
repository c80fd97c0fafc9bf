import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../sandbox';
import { NOWHERE } from '../../support/ids';
import { ana, type OpenSandbox, openSandbox, someNumber } from '../openSandbox';

async function connect({ sandbox }: OpenSandbox, credentials = `accesskey=${sandbox.accessKey}`) {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  const received: any[] = [];
  let isClosed = false;
  const session = await sandbox.connectSocket(
    new Request(`http://sandbox/v1.0/ws?${credentials}`),
    (text) => received.push(JSON.parse(text)),
    () => {
      isClosed = true;
    },
  );
  return {
    session,
    received,
    isClosed: () => isClosed,
    send: (message: unknown) => !(session instanceof Response) && session.receive(JSON.stringify(message)),
    close: () => !(session instanceof Response) && session.close(),
  };
}

const place = async ({ ask }: OpenSandbox) =>
  (await ask('POST', '/calls', { source: someNumber, destinations: [ana] })).body.calls[0];

suite('event stream', () => {
  test('brings the bare resource each time it changes, and twice, because each event has two topics', async () => {
    const open = openSandbox();
    const socket = await connect(open);
    socket.send({ type: 'subscribe', topics: [`customer_id:${open.sandbox.customerId}:call`] });
    const { id } = await place(open);
    open.clock.advance(1000);
    open.sandbox.phone.answer(id);
    assert.deepEqual(
      socket.received.map((call) => [call.id, call.status]),
      ['dialing', 'ringing', 'progressing', 'terminating', 'hangup'].flatMap((status) => [
        [id, status],
        [id, status],
      ]),
    );
    const last = socket.received.at(-1);
    assert.deepEqual(last, (await open.ask('GET', `/calls/${id}`)).body);
  });

  test('tells an activeflow at each action', async () => {
    const open = openSandbox();
    const socket = await connect(open);
    socket.send({ type: 'subscribe', topics: [`customer_id:${open.sandbox.customerId}:activeflow:activeflow_`] });
    const actions = [{ type: 'answer' }, { type: 'stop' }];
    const { body } = await open.ask('POST', '/activeflows', { actions });
    open.clock.advance(0);
    assert.deepEqual(
      socket.received.map((item) => [item.id, item.status, item.current_action.type, item.executed_actions?.length]),
      [
        [body.id, 'running', undefined, undefined],
        [body.id, 'running', 'answer', 1],
        [body.id, 'running', 'stop', 2],
        [body.id, 'ended', undefined, 3],
      ],
    );
  });

  test('a subscription is the beginning of a topic, and each topic comes once', async () => {
    const open = openSandbox();
    const customer = `customer_id:${open.sandbox.customerId}`;
    const [all, calls, item, other] = await Promise.all([connect(open), connect(open), connect(open), connect(open)]);
    const { id } = await place(open);
    all.send({ type: 'subscribe', topics: [customer, `${customer}:call`] });
    calls.send({ type: 'subscribe', topics: [`${customer}:ca`] });
    item.send({ type: 'subscribe', topics: [`${customer}:call:${id}`] });
    other.send({ type: 'subscribe', topics: [`${customer}:call:${NOWHERE}`, `${customer}:flow`] });
    open.clock.advance(200);
    assert.deepEqual(
      [all, calls, item, other].map(({ received }) => received.length),
      [2, 2, 1, 0],
    );
  });

  test('has topics by what happened', async () => {
    const open = openSandbox();
    const over = await connect(open);
    over.send({ type: 'subscribe', topics: [`customer_id:${open.sandbox.customerId}:call:call_hangup`] });
    const { id } = await place(open);
    open.clock.advance(1000);
    assert.equal(over.received.length, 0);
    open.sandbox.phone.decline(id);
    assert.deepEqual(
      over.received.map((call) => [call.id, call.status]),
      [[id, 'hangup']],
    );
  });

  test('tells nothing of flows', async () => {
    const open = openSandbox();
    const socket = await connect(open);
    socket.send({ type: 'subscribe', topics: [`customer_id:${open.sandbox.customerId}`] });
    const { body } = await open.ask('POST', '/flows', { name: 'a' });
    await open.ask('PUT', `/flows/${body.id}`, { name: 'b' });
    await open.ask('DELETE', `/flows/${body.id}`);
    assert.deepEqual(socket.received, []);
  });

  test('ends a subscription when asked to', async () => {
    const open = openSandbox();
    const socket = await connect(open);
    const topics = [`customer_id:${open.sandbox.customerId}:call`];
    socket.send({ type: 'subscribe', topics });
    socket.send({ type: 'unsubscribe', topics });
    await place(open);
    assert.deepEqual(socket.received, []);
  });

  test('an agent hears of what is his, and of nothing else', async () => {
    const open = openSandbox();
    const login = JSON.stringify({ username: 'workshop@localhost', password: 'workshop@localhost' });
    const { token } = (await open.askAs({}, 'POST', '/auth/login', login)).body;
    const [own, all] = [await connect(open, `token=${token}`), await connect(open, `token=${token}`)];
    own.send({ type: 'subscribe', topics: [`agent_id:${seedIds.workshop}:groupcall:groupcall_created`] });
    all.send({ type: 'subscribe', topics: [`customer_id:${open.sandbox.customerId}:call`] });
    assert.deepEqual([own.isClosed(), all.isClosed()], [false, true]);
    await open.ask('POST', '/calls', { destinations: [{ type: 'agent', target: seedIds.admin }] });
    await open.ask('POST', '/calls', { destinations: [{ type: 'agent', target: seedIds.workshop }] });
    assert.deepEqual(
      own.received.map(({ owner_id, groupcall_ids, call_ids }) => [owner_id, groupcall_ids?.length, call_ids?.length]),
      [
        [seedIds.workshop, 1, 1],
        [seedIds.workshop, undefined, 1],
      ],
    );
  });

  test('closes at one topic that is wrong or not allowed, and says nothing', async () => {
    const { customerId } = openSandbox().sandbox;
    const wrong = [
      'calls',
      'customer_id',
      'customer_id:me',
      `customer_id:${NOWHERE}`,
      `agent_id:${NOWHERE}`,
      `flow:${NOWHERE}`,
    ];
    for (const topic of wrong) {
      const open = openSandbox();
      const socket = await connect(open);
      socket.send({ type: 'subscribe', topics: [`customer_id:${customerId}`, topic] });
      assert.ok(socket.isClosed(), topic);
      await place(open);
      assert.deepEqual(socket.received, [], topic);
    }
  });

  test('passes over what is no message', async () => {
    const open = openSandbox();
    const socket = await connect(open);
    if (!(socket.session instanceof Response)) socket.session.receive('{');
    for (const message of [null, [], 1, { type: 1 }, { type: 'subscribe', topics: 'all' }, { topics: [1] }, {}])
      socket.send(message);
    socket.send({ type: 'hello', topics: [`customer_id:${open.sandbox.customerId}`] });
    assert.equal(socket.isClosed(), false);
    await place(open);
    assert.deepEqual(socket.received, []);
  });

  test('is refused to whoever may not ask', async () => {
    const open = openSandbox();
    const none = (await connect(open, '')).session;
    assert.ok(none instanceof Response);
    assert.equal(none.status, 401);
    open.sandbox.account.frozen = true;
    assert.equal(((await connect(open)).session as Response).status, 403);
    open.sandbox.account.frozen = false;
    const elsewhere = await open.sandbox.connectSocket(
      new Request(`http://sandbox/v1.0/flows?accesskey=${open.sandbox.accessKey}`),
      () => {},
      () => {},
    );
    assert.ok(elsewhere instanceof Response);
  });

  test('is no resource', async () => {
    const { ask } = openSandbox();
    assert.equal((await ask('GET', '/ws')).status, 400);
  });

  test('says nothing to those who have gone, and closes with the sandbox', async () => {
    const open = openSandbox();
    const [gone, there] = await Promise.all([connect(open), connect(open)]);
    const topics = [`customer_id:${open.sandbox.customerId}`];
    gone.send({ type: 'subscribe', topics });
    gone.close();
    await place(open);
    assert.deepEqual(gone.received, []);
    open.sandbox.close();
    assert.deepEqual([gone.isClosed(), there.isClosed()], [false, true]);
  });
});
