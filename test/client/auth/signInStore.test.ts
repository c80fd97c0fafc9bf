import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { credentialsOf, type KeptSignIn } from '../../../client/auth/keptSignIn';
import { signInChanges } from '../../../client/auth/signInChanges';
import { createSignInStore } from '../../../client/auth/signInStore';
import { sessionsKey } from '../../../client/memory';
import { fakeClock } from '../../support/fakeClock';

const cloud: KeptSignIn = {
  id: '1',
  origin: 'https://api.voipbin.net',
  kind: 'token',
  secret: 'jwt',
  account: { id: 'ann', label: 'ann' },
};
const own: KeptSignIn = { ...cloud, id: '2', origin: 'https://voipbin.example', kind: 'accesskey', secret: 'vb_1' };

function bench(text?: string) {
  const kept = new Map<string, string>();
  if (text !== undefined) kept.set(sessionsKey, text);
  const clock = fakeClock();
  const secrets = {
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
  };
  return { kept, clock, store: createSignInStore(secrets, clock) };
}

suite('createSignInStore', () => {
  test('keeps one sign-in for each origin', async () => {
    const { store } = bench();
    assert.deepEqual(await store.list(), []);
    await store.put(cloud);
    await store.put(own);
    await store.put({ ...cloud, id: '3', secret: 'newer' });
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      ['2', '3'],
    );
  });

  test('forgets what is removed, secret and all', async () => {
    const { store, kept } = bench();
    await store.put(cloud);
    assert.equal((await store.remove('1'))?.origin, cloud.origin);
    assert.equal(await store.remove('1'), undefined);
    assert.deepEqual(await store.list(), []);
    assert.doesNotMatch([...kept.values()].join(), /jwt/);
  });

  test('forgets what has expired', async () => {
    const { store, clock } = bench();
    await store.put({ ...cloud, expiresAt: clock.now() + 1000 });
    clock.advance(999);
    assert.equal((await store.list()).length, 1);
    clock.advance(1);
    assert.equal((await store.list()).length, 0);
  });

  test('loses nothing when two come at the same time', async () => {
    const { store } = bench();
    const putting = [store.put(cloud), store.put(own)];
    assert.equal((await store.list()).length, 2);
    await Promise.all(putting);
  });

  test('begins anew where it cannot read', async () => {
    for (const text of ['', '{', 'null', '[{"id":5}]', '{"secret":"x"}']) {
      const { store } = bench(text);
      assert.deepEqual(await store.list(), [], text);
      await store.put(cloud);
      assert.deepEqual(await store.list(), [cloud], text);
    }
  });

  test('goes on after the storage failed once', async () => {
    let fails = true;
    let kept: string | undefined;
    const secrets = {
      get: async () => kept,
      store: async (_: string, value: string) => {
        if (fails) throw new Error('locked');
        kept = value;
      },
    };
    const store = createSignInStore(secrets, fakeClock());
    await assert.rejects(store.put(cloud), /locked/);
    fails = false;
    await store.put(own);
    assert.deepEqual(await store.list(), [own]);
  });
});

suite('credentialsOf', () => {
  test('keeps the origin', () => {
    assert.deepEqual(credentialsOf(cloud), { kind: 'token', origin: cloud.origin, token: 'jwt' });
    assert.deepEqual(credentialsOf(own), { kind: 'accesskey', origin: own.origin, key: 'vb_1' });
  });
});

suite('signInChanges', () => {
  test('tells what came and what went', () => {
    assert.deepEqual(signInChanges([cloud], [own]), { added: [own], removed: [cloud] });
    assert.equal(signInChanges([cloud], [{ ...cloud }]), undefined);
  });
});
