import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openApi } from '../../../client/profiles/openApi';
import { cloudProfile, localProfile } from '../../../client/profiles/profile';
import { fakeClock } from '../../support/fakeClock';

const log = { debug: () => {}, warn: () => {} };
const credentials = { kind: 'token', origin: 'https://api.voipbin.net', token: 'tok' } as const;

suite('openApi', () => {
  test('calls the local VoIPbin directly, without network and with its own sign-in', async () => {
    let headers: unknown;
    const api = await openApi(localProfile, {
      network: () => assert.fail('the network was asked'),
      local: {
        fetch: async (url, init) => {
          headers = init.headers;
          return Response.json({ id: new URL(url).pathname });
        },
        newSocket: undefined,
        credentials: { kind: 'token', origin: localProfile.origin, token: 'local' },
      },
      credentials,
      clock: fakeClock(),
      log,
    });
    assert.equal((await api.whoAmI()).id, '/v1.0/customer');
    assert.deepEqual(headers, { accept: 'application/json', authorization: 'Bearer local' });
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
      local: {
        fetch: () => assert.fail('the local one was asked'),
        newSocket: undefined,
        credentials: { kind: 'token', origin: localProfile.origin, token: 'local' },
      },
      credentials,
      clock: fakeClock(),
      log,
    });
    await api.whoAmI();
    assert.deepEqual(asked, ['https://api.voipbin.net/v1.0/customer']);
  });
});
