import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { failureOf, withApi } from '../../support/apiUnderTest';

const call = { id: 'c-1', status: 'dialing', direction: 'outgoing', brand_new: 7, flow_id: null };

suite('requests', () => {
  test('carry a token in the header', () =>
    withApi(
      [{ json: { id: 'u', name: 'Acme' } }],
      async ({ api, server }) => {
        assert.equal((await api.whoAmI()).name, 'Acme');
        assert.equal(server.received[0]?.url, '/v1.0/customer');
        assert.equal(server.received[0]?.headers.authorization, 'Bearer tok');
      },
      (origin) => ({ credentials: { kind: 'token', origin, token: 'tok' } }),
    ));

  test('carry an access key in the query', () =>
    withApi(
      [{ json: { result: [] } }],
      async ({ api, server }) => {
        await api.listNumbers();
        assert.equal(server.received[0]?.url, '/v1.0/numbers?page_size=100&accesskey=vb_k%26y');
        assert.equal(server.received[0]?.headers.authorization, undefined);
      },
      (origin) => ({ credentials: { kind: 'accesskey', origin, key: 'vb_k&y' } }),
    ));

  test('carry nothing where nobody is signed in', () =>
    withApi([{ json: call }], async ({ api, server }) => {
      await api.getCall('c-1');
      assert.equal(server.received[0]?.url, '/v1.0/calls/c-1');
      assert.equal(server.received[0]?.headers.authorization, undefined);
    }));

  test('send their body as JSON', () =>
    withApi([{ json: { calls: [call], groupcalls: null } }], async ({ api, server }) => {
      const placed = await api.createCall({ destinations: [{ type: 'tel', target: '+15551234567' }], actions: [] });
      assert.deepEqual(placed.groupcalls, []);
      assert.equal(server.received[0]?.method, 'POST');
      assert.equal(server.received[0]?.headers['content-type'], 'application/json');
      assert.deepEqual(JSON.parse(server.received[0]?.body ?? ''), {
        destinations: [{ type: 'tel', target: '+15551234567' }],
        actions: [],
      });
    }));

  test('take the path of each resource', () =>
    withApi(
      ({ url }) => ({ json: { ...call, result: [], number: '+1', url } }),
      async ({ api, server }) => {
        const flow = { name: 'n', detail: '', actions: [], on_complete_flow_id: undefined };
        await api.hangupCall('c');
        await api.createGroupcall({ destinations: [], actions: [] });
        await api.getGroupcall('g');
        await api.hangupGroupcall('g');
        await api.createFlow(flow);
        await api.updateFlow('f', flow);
        await api.createActiveflow({ flow_id: 'f' });
        await api.stopActiveflow('a');
        await api.getNumber('n');
        await api.setNumberFlows('n', { call_flow_id: 'f', message_flow_id: 'g' });
        assert.deepEqual(
          server.received.map(({ method, url }) => `${method} ${url}`),
          [
            'POST /v1.0/calls/c/hangup',
            'POST /v1.0/groupcalls',
            'GET /v1.0/groupcalls/g',
            'POST /v1.0/groupcalls/g/hangup',
            'POST /v1.0/flows',
            'PUT /v1.0/flows/f',
            'POST /v1.0/activeflows',
            'POST /v1.0/activeflows/a/stop',
            'GET /v1.0/numbers/n',
            'PUT /v1.0/numbers/n/flow_ids',
          ],
        );
      },
    ));

  test('lists have their own paths', () =>
    withApi([{ json: { result: null, next_page_token: '' } }], async ({ api, server }) => {
      const { listAgents, listExtensions, listFlows, listCalls } = api;
      for (const list of [listAgents, listExtensions, listFlows, listCalls])
        assert.deepEqual((await list({ pageSize: 5 })).result, []);
      assert.deepEqual(
        server.received.map(({ url }) => url),
        ['agents', 'extensions', 'flows', 'calls'].map((name) => `/v1.0/${name}?page_size=5`),
      );
    }));

  test('never leave the path for an id that is none', () =>
    withApi([{ json: call }], async ({ api, server }) => {
      for (const id of ['', '..', 'a/b', '../customer', 'a?accesskey=x'])
        assert.equal((await failureOf(api.getCall(id))).kind, 'invalid', id);
      assert.equal(server.received.length, 0);
    }));
});

suite('answers', () => {
  test('keep what is not known, and drop what is not set', () =>
    withApi([{ json: { ...call, activeflow_id: '00000000-0000-0000-0000-000000000000' } }], async ({ api }) => {
      const read = await api.getCall('c-1');
      assert.equal(read.brand_new, 7);
      assert.equal(read.flow_id, undefined);
      assert.equal(read.activeflow_id, undefined);
      assert.deepEqual(read.chained_call_ids, []);
    }));

  test('tell how far the server’s clock is ahead', () =>
    withApi([{ json: call, headers: { date: 'Fri, 02 Jan 2026 12:05:00 GMT' } }], async ({ api }) => {
      assert.equal(api.clockOffset(), 0);
      await api.getCall('c-1');
      assert.equal(api.clockOffset(), 300_000);
    }));
});

suite('login', () => {
  test('goes beside the version, without what was signed in before', () =>
    withApi(
      [{ json: { username: 'ann', token: 'jwt' } }],
      async ({ api, server }) => {
        assert.equal((await api.login('ann', 'secret word')).token, 'jwt');
        assert.equal(server.received[0]?.url, '/auth/login');
        assert.equal(server.received[0]?.headers.authorization, undefined);
        assert.deepEqual(JSON.parse(server.received[0]?.body ?? ''), { username: 'ann', password: 'secret word' });
      },
      (origin) => ({ credentials: { kind: 'token', origin, token: 'old' } }),
    ));

  test('is refused with 400 and nothing else', () =>
    withApi([{ status: 400 }], async ({ api, server }) => {
      const error = await failureOf(api.login('ann', 'wrong'));
      assert.equal(error.kind, 'unauthorized');
      assert.match(
        error.message,
        /^VoIPbin could not sign you in: the user name or the password is wrong\. Check both/,
      );
      assert.equal(server.received.length, 1);
    }));

  test('answers without a token as no VoIPbin does', () =>
    withApi([{ json: { username: 'ann' } }], async ({ api }) => {
      const error = await failureOf(api.login('ann', 'right'));
      assert.equal(error.kind, 'shape');
      assert.match(error.message, /`token` is missing, not a string/);
    }));
});
