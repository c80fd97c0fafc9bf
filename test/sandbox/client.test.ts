import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVoipbinApi } from '../../client/api/createVoipbinApi';
import { readAll } from '../../client/api/pages';
import { placeCall } from '../../client/api/placeCall';
import { readRinging } from '../../client/api/readRinging';
import { startActiveflow } from '../../client/api/startActiveflow';
import type { VoipbinApi } from '../../client/api/voipbinApi';
import { watchCall } from '../../client/api/watchCall';
import { openLocalSocket, seedIds } from '../../sandbox';
import { A } from '../support/ids';
import { ana, type OpenSandbox, openSandbox, someNumber } from './openSandbox';

const origin = 'http://voipbin.local';

/** The client that talks to the real service, on a sandbox in the same process. */
function clientOf(
  { sandbox, clock }: OpenSandbox,
  { signedIn = true, onMessage = (_text: string) => {} } = {},
): VoipbinApi {
  return createVoipbinApi({
    baseUrl: `${origin}/v1.0`,
    credentials: signedIn ? { kind: 'accesskey', origin, key: sandbox.accessKey } : undefined,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    newSocket: (address) => {
      const socket = openLocalSocket(sandbox.connectSocket, address);
      socket.addEventListener('message', ({ data }) => onMessage(String(data)));
      return socket;
    },
    clock,
    random: () => 0,
    log: { debug: () => {}, warn: () => {} },
  });
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { kind?: string; code?: unknown }) => error.kind ?? String(error),
  );

/** Waits for what needs time to pass. */
async function whileTimePasses({ clock }: OpenSandbox, promise: Promise<void>): Promise<void> {
  let isOver = false;
  const over = promise.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise(setImmediate);
    clock.advance(500);
  }
  await over;
}

suite('a client of the real service', () => {
  test('signs in, or is told that it cannot', async () => {
    const open = openSandbox();
    const api = clientOf(open, { signedIn: false });
    const { token } = await api.login('admin@localhost', 'admin@localhost');
    assert.equal((await open.askAs({ authorization: `Bearer ${token}` }, 'GET', '/v1.0/customer')).status, 200);
    assert.equal(await kindOf(api.login('admin@localhost', 'wrong')), 'unauthorized');
    assert.equal(await kindOf(api.whoAmI()), 'unauthorized');
  });

  test('reads every list and every resource', async () => {
    const api = clientOf(openSandbox());
    assert.equal((await api.whoAmI()).id, seedIds.customer);
    const lists = [api.listNumbers, api.listFlows, api.listCalls, api.listAgents, api.listExtensions];
    const counts: number[] = [];
    for (const list of lists) counts.push((await readAll<unknown>(list, { pageSize: 2 })).entries.length);
    assert.deepEqual(counts, [3, 2, 0, 3, 3]);
  });

  test('registers and updates a flow, and finds one that was deleted no more', async () => {
    const open = openSandbox();
    const api = clientOf(open);
    const flow = { name: 'a', detail: 'b', actions: [{ id: A, type: 'answer' }], on_complete_flow_id: undefined };
    const { id, actions } = await api.createFlow(flow);
    assert.equal(actions[0]?.id, A);
    assert.equal((await api.updateFlow(id, { ...flow, name: 'c' })).name, 'c');
    await open.ask('DELETE', `/flows/${id}`);
    assert.equal(await kindOf(api.getFlow(id)), 'notFound');
    assert.equal(await kindOf(api.createFlow({ ...flow, actions: [{ type: 'sing' }] })), 'invalid');
  });

  test('places a call and follows it to its end', async () => {
    const open = openSandbox({ speed: 0, autoAnswer: { after: 1000, talksFor: 1000 } });
    const api = clientOf(open);
    const body = {
      source: someNumber,
      destinations: [ana],
      actions: [{ type: 'talk', option: { text: 'Hi', language: 'en-US' } }],
    };
    const { calls } = await placeCall(api, body, { clock: open.clock });
    const seen: string[] = [];
    const follow = async () => {
      for await (const { value } of watchCall(api, calls[0]?.id ?? '', { clock: open.clock, random: () => 0 })) {
        seen.push(`${value?.call.status} ${value?.activeflow?.status}`);
      }
    };
    await whileTimePasses(open, follow());
    assert.deepEqual([seen[0], seen.at(-1)], ['dialing running', 'hangup ended']);
  });

  test('finds the call of an agent in the group call of the extension', async () => {
    const open = openSandbox();
    const api = clientOf(open);
    const destinations = [{ type: 'agent', target: seedIds.frontDesk }];
    const { groupcalls } = await api.createCall({ source: someNumber, destinations });
    const { found } = await readRinging(api, groupcalls[0]?.id ?? '', {});
    assert.equal(found, open.onlyLeg().id);
  });

  test('starts a flow without a phone under an id of its own', async () => {
    const open = openSandbox();
    const api = clientOf(open);
    const { id, status } = await startActiveflow(api, { actions: [{ type: 'block' }] }, () => A);
    assert.deepEqual([id, status], [A, 'running']);
    assert.equal((await api.stopActiveflow(id)).status, 'ended');
  });

  test('is told in its own words what the account cannot do', async () => {
    const open = openSandbox();
    const api = clientOf(open);
    const body = { source: someNumber, destinations: [ana] };
    open.sandbox.account.balance = 0;
    const noMoney = await kindOf(api.createCall(body));
    open.sandbox.account.balance = 1;
    open.sandbox.account.identityVerified = false;
    const unverified = await kindOf(api.createCall(body));
    open.sandbox.account.frozen = true;
    const frozen = await kindOf(api.listCalls());
    assert.deepEqual([noMoney, unverified, frozen], ['server', 'forbidden', 'forbidden']);
  });

  test('hears events over a websocket that is none', async () => {
    const open = openSandbox();
    const heard: string[] = [];
    const api = clientOf(open, { onMessage: (text) => heard.push(JSON.parse(text).status) });
    assert.ok(api.subscribe);
    let told = 0;
    const states: boolean[] = [];
    const isOpen = new Promise<void>((resolve) => {
      const onState = (state: boolean) => {
        states.push(state);
        if (state) resolve();
      };
      api.subscribe?.({ topics: [`customer_id:${seedIds.customer}:call`], onState }, () => told++);
    });
    await isOpen;
    const { calls } = await api.createCall({ source: someNumber, destinations: [ana] });
    open.clock.advance(500);
    await new Promise(setImmediate);
    // The topic is the beginning of two.
    assert.deepEqual([told, heard], [4, ['dialing', 'dialing', 'ringing', 'ringing']]);
    await api.hangupCall(calls[0]?.id ?? '');
    open.sandbox.close();
    await new Promise(setImmediate);
    assert.deepEqual([heard.at(-1), states], ['canceling', [true, false]]);
  });
});
