import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createVoipbinApi } from '../../../client/api/createVoipbinApi';
import { askCredentials, type SignInKind } from '../../../client/auth/askCredentials';
import { cloudProfile } from '../../../client/profiles/profile';
import type { Reply } from '../../../client/questions/ui';
import { fakeClock } from '../../support/fakeClock';

const log = { debug: () => {}, warn: () => {} };

/** What VoIPbin knows: the password of ann, and one access key. */
async function voipbin(url: string, init: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(url);
  if (pathname === '/auth/login') {
    const { username, password } = JSON.parse(String(init.body));
    if (password === 'slow') return new Response('', { status: 503 });
    return username === 'ann' && password === ' right '
      ? Response.json({ username, token: 'jwt' })
      : new Response('', { status: 400 });
  }
  if (searchParams.get('accesskey') === 'vb_right') return Response.json({ id: 'u', name: 'Acme' });
  if (searchParams.get('accesskey') === 'vb_frozen')
    return Response.json({ error: { reason: 'ACCOUNT_FROZEN' } }, { status: 403 });
  return new Response('', { status: 401 });
}

/** Signs in with these replies, one after the other; all have to be asked for. */
async function signIn(kinds: readonly Reply<SignInKind>[], texts: readonly (string | 'back' | 'cancelled')[]) {
  const asked: string[] = [];
  const [kindsLeft, textsLeft] = [[...kinds], [...texts]];
  const session = await askCredentials(cloudProfile, {
    prompts: {
      async chooseKind(title) {
        asked.push(title);
        return kindsLeft.shift() ?? assert.fail('the kind was asked once too often');
      },
      async askText({ prompt, problem, isSecret, value }) {
        asked.push(
          `${prompt}${isSecret ? ' (hidden)' : ''}${value ? ` [${value}]` : ''}${problem ? `: ${problem}` : ''}`,
        );
        const text = textsLeft.shift() ?? assert.fail(`nobody expects: ${prompt}`);
        return text === 'back' || text === 'cancelled' ? text : { value: text };
      },
      offerRenewal: () => assert.fail('nothing was to be renewed'),
      during: (_, run) => run(),
    },
    openApi: async (credentials) =>
      createVoipbinApi({ baseUrl: cloudProfile.baseUrl, credentials, fetch: voipbin, clock: fakeClock(), log }),
    clock: fakeClock(),
    newId: () => 'new',
  });
  assert.deepEqual([...kindsLeft, ...textsLeft], [], 'replies that nobody asked for');
  return { session, asked };
}

const password: Reply<SignInKind> = { value: 'password' };
const accesskey: Reply<SignInKind> = { value: 'accesskey' };

suite('askCredentials', () => {
  test('user name and password become a token', async () => {
    const { session, asked } = await signIn([password], [' ann ', ' right ']);
    assert.deepEqual(session, {
      id: 'new',
      origin: 'https://api.voipbin.net',
      kind: 'token',
      secret: 'jwt',
      account: { id: 'ann', label: 'ann' },
      expiresAt: Date.UTC(2026, 0, 9, 12),
    });
    assert.deepEqual(asked, [
      'Sign In to VoIPbin (voipbin.net)',
      'User name (an e-mail address)',
      'Password of ann (hidden)',
    ]);
  });

  test('an access key is tried out', async () => {
    const { session } = await signIn([accesskey], [' vb_right\n']);
    assert.deepEqual(session, {
      id: 'new',
      origin: 'https://api.voipbin.net',
      kind: 'accesskey',
      secret: 'vb_right',
      account: { id: 'u', label: 'Acme (access key)' },
    });
  });

  test('a wrong password is asked again, with the name filled in', async () => {
    const { session, asked } = await signIn([password], ['ann', 'wrong', 'ann', ' right ']);
    assert.equal(session?.secret, 'jwt');
    assert.match(asked[3] ?? '', /^User name .* \[ann\]: VoIPbin could not sign you in: .* Check both/);
    assert.equal(asked[4], 'Password of ann (hidden)');
  });

  test('a wrong key is asked again', async () => {
    const { session, asked } = await signIn([accesskey], ['vb_wrong', 'vb_right']);
    assert.equal(session?.secret, 'vb_right');
    assert.equal(
      asked[2],
      'Access key (hidden): VoIPbin does not know this access key, or it has expired. Check it, or create a new one.',
    );
  });

  test('every question goes back to the one before', async () => {
    const { session } = await signIn(
      [password, accesskey, password],
      ['ann', 'back', 'back', 'back', 'ann', ' right '],
    );
    assert.equal(session?.secret, 'jwt');
  });

  test('giving up leaves nothing, wherever', async () => {
    assert.equal((await signIn(['cancelled'], [])).session, undefined);
    assert.equal((await signIn(['back'], [])).session, undefined);
    assert.equal((await signIn([password], ['cancelled'])).session, undefined);
    assert.equal((await signIn([password], ['ann', 'cancelled'])).session, undefined);
    assert.equal((await signIn([accesskey], ['cancelled'])).session, undefined);
  });

  test('nothing is sent for an empty answer', async () => {
    const { session } = await signIn([password], [' ', 'ann', '', ' right ']);
    assert.equal(session?.secret, 'jwt');
    assert.equal((await signIn([accesskey], [' ', 'vb_right'])).session?.secret, 'vb_right');
  });

  test('any other failure ends it', async () => {
    await assert.rejects(signIn([password], ['ann', 'slow']), /VoIPbin could not sign you in: a part of VoIPbin/);
    await assert.rejects(signIn([accesskey], ['vb_frozen']), /the account is frozen/);
  });
});
