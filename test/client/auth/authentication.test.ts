import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import { createAuthentication } from '../../../client/auth/authentication';
import { createSignInStore } from '../../../client/auth/signInStore';
import { cloudProfile, localProfile, type Profile } from '../../../client/profiles/profile';
import { fakeClock } from '../../support/fakeClock';

const own: Profile = {
  name: 'own',
  kind: 'selfHosted',
  baseUrl: 'https://voipbin.example/v1.0',
  origin: 'https://voipbin.example',
};

/** Keys that are entered one after the other; undefined is a user who gives up. */
function bench(keys: readonly (string | undefined)[], { current = localProfile, renews = true } = {}) {
  const clock = fakeClock();
  const kept = new Map<string, string>();
  const secrets = {
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
  };
  const store = createSignInStore(secrets, clock);
  const left = [...keys];
  const seen = { asked: 0, changes: 0, sentTo: [] as string[], logged: [] as string[] };
  let ids = 0;
  const authentication = createAuthentication({
    store,
    profiles: {
      current: () => ({ profile: current }),
      list: () => ({ profiles: [localProfile, cloudProfile, own], problems: [] }),
    },
    prompts: {
      chooseKind: async () => ({ value: 'accesskey' }),
      async askText() {
        seen.asked += 1;
        const key = left.shift();
        return key === undefined ? 'cancelled' : { value: key };
      },
      offerRenewal: async () => renews,
      during: (_, run) => run(),
    },
    openApi: async ({ baseUrl }, credentials) =>
      createVoipbinApi({
        baseUrl,
        credentials,
        async fetch(url) {
          seen.sentTo.push(new URL(url).origin);
          return Response.json({ id: 'u', name: 'Acme' });
        },
        clock,
        log: { debug: () => {}, warn: () => {} },
      }),
    clock,
    newId: () => `id${++ids}`,
    log: { info: (message) => seen.logged.push(message) },
    onChange: async () => {
      seen.changes += 1;
    },
  });
  return { authentication, store, seen };
}

suite('authentication', () => {
  test('asks only where it may', async () => {
    const { authentication, seen } = bench(['vb_1']);
    assert.equal(await authentication.credentials(cloudProfile, false), undefined);
    assert.equal(seen.asked, 0);
    const expected = { kind: 'accesskey', origin: cloudProfile.origin, key: 'vb_1' };
    assert.deepEqual(await authentication.credentials(cloudProfile, true), expected);
    assert.deepEqual(await authentication.credentials(cloudProfile, false), expected);
    assert.equal(seen.asked, 1);
    assert.equal(seen.changes, 1);
  });

  test('each server has a sign-in of its own', async () => {
    const { authentication, seen } = bench(['vb_cloud', 'vb_own']);
    await authentication.signIn(cloudProfile.origin);
    assert.equal(await authentication.credentials(own, false), undefined);
    assert.deepEqual(await authentication.credentials(own, true), {
      kind: 'accesskey',
      origin: own.origin,
      key: 'vb_own',
    });
    assert.deepEqual(seen.sentTo, [cloudProfile.origin, own.origin]);
  });

  test('the local VoIPbin has none', async () => {
    const { authentication, seen } = bench(['vb_1']);
    assert.equal(await authentication.credentials(localProfile, true), undefined);
    await assert.rejects(authentication.signIn(localProfile.origin), /There is no profile for/);
    assert.equal(seen.asked, 0);
  });

  test('an address that no setting names is not signed in to', async () => {
    const { authentication, seen } = bench(['vb_1']);
    await assert.rejects(
      authentication.signIn('https://evil.example'),
      /^Error: There is no profile for https:\/\/evil\.example\. Add one to the setting voipbin\.profiles, then sign in\.$/,
    );
    assert.equal(seen.asked, 0);
  });

  test('two that need it at the same time ask once', async () => {
    const { authentication, seen } = bench(['vb_1', 'vb_2']);
    const both = [authentication.credentials(cloudProfile, true), authentication.credentials(cloudProfile, true)];
    const [first, second] = await Promise.all(both);
    assert.deepEqual(first, second);
    assert.equal(seen.asked, 1);
  });

  test('after giving up it asks again', async () => {
    const { authentication, seen } = bench([undefined, 'vb_1']);
    assert.equal(await authentication.credentials(cloudProfile, true), undefined);
    assert.equal(seen.changes, 0);
    assert.ok(await authentication.credentials(cloudProfile, true));
  });

  test('a sign-in that is no longer accepted is replaced', async () => {
    const { authentication, store } = bench(['vb_old', 'vb_new']);
    await authentication.signIn(own.origin);
    assert.deepEqual(await authentication.renew(own), { kind: 'accesskey', origin: own.origin, key: 'vb_new' });
    assert.equal((await store.list()).length, 1);
  });

  test('or forgotten, when the user declines', async () => {
    const { authentication, store, seen } = bench(['vb_old', 'vb_new'], { renews: false });
    await authentication.signIn(own.origin);
    assert.equal(await authentication.renew(own), undefined);
    assert.deepEqual(await store.list(), []);
    assert.equal(seen.asked, 1);
  });

  test('signing out forgets the secret', async () => {
    const { authentication, store, seen } = bench(['vb_1', 'vb_2']);
    const session = await authentication.signIn(cloudProfile.origin);
    await authentication.signIn(own.origin);
    assert.equal(await authentication.signOut({ id: session?.id ?? '' }), cloudProfile.origin);
    assert.equal(await authentication.signOut({ origin: cloudProfile.origin }), undefined);
    assert.equal(await authentication.signOut({ origin: own.origin }), own.origin);
    assert.deepEqual(await store.list(), []);
    assert.equal(seen.changes, 4);
  });

  test('the log names account and place, and no secret', async () => {
    const { authentication, seen } = bench(['vb_1']);
    await authentication.signIn(own.origin);
    await authentication.signOut({ origin: own.origin });
    assert.deepEqual(seen.logged, [
      'Signed in to https://voipbin.example as Acme (access key).',
      'Signed out of https://voipbin.example.',
    ]);
  });

  test('who does not say where means the profile, or the cloud', () => {
    assert.equal(bench([]).authentication.usualOrigin(), cloudProfile.origin);
    assert.equal(bench([], { current: own }).authentication.usualOrigin(), own.origin);
  });
});
