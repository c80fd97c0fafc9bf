import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openApi } from '../../../client/profiles/openApi';
import { cloudProfile, localProfile } from '../../../client/profiles/profile';
import { fakeClock } from '../../support/fakeClock';

const log = { debug: () => {}, warn: () => {} };
const credentials = { kind: 'token', origin: 'https://api.voipbin.net', token: 'tok' } as const;

suite('openApi', () => {
  test('calls the local VoIPbin directly, without network and without a sign-in', async () => {
    let headers: unknown;
    const api = await openApi(localProfile, {
      network: () => assert.fail('the network was asked'),
      local: async (url, init) => {
        headers = init.headers;
        return Response.json({ id: new URL(url).pathname });
      },
      credentials,
      clock: fakeClock(),
      log,
    });
    assert.equal((await api.whoAmI()).id, '/v1.0/customer');
    assert.deepEqual(headers, { accept: 'application/json' });
    assert.equal(api.subscribe, undefined);
  });

  test('any other goes through the network of its profile', async () => {
    const asked: string[] = [];
    const api = await openApi(cloudProfile, {
      network: async () => ({
        fetch: async (url) => {
          asked.push(url);
          return Response.json({ id: 'u' });
        },
        newSocket: undefined,
      }),
      local: () => assert.fail('the local one was asked'),
      credentials,
      clock: fakeClock(),
      log,
    });
    await api.whoAmI();
    assert.deepEqual(asked, ['https://api.voipbin.net/v1.0/customer']);
  });
});
