import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tokenExpiry } from '../../../client/auth/tokenExpiry';

const now = Date.UTC(2026, 0, 2);
const week = 7 * 24 * 60 * 60 * 1000;
const tokenWith = (claims: unknown) => `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sign`;

suite('tokenExpiry', () => {
  test('as VoIPbin writes it', () =>
    assert.equal(
      tokenExpiry(tokenWith({ agent: { name: 'Zoë ÿÿ??>>' }, expire: '2026-01-09T08:30:00.123456Z' }), now),
      Date.UTC(2026, 0, 9, 8, 30, 0, 123),
    ));

  test('as older servers write it', () =>
    assert.equal(
      tokenExpiry(tokenWith({ expire: '2026-01-09 08:30:00.5' }), now),
      Date.UTC(2026, 0, 9, 8, 30, 0, 500),
    ));

  test('as others write it', () =>
    assert.equal(tokenExpiry(tokenWith({ exp: 1_767_000_000 }), now), 1_767_000_000_000));

  test('in a week where it does not say', () => {
    for (const token of [
      '',
      'opaque',
      'a.b.c',
      'a.%%.c',
      tokenWith(null),
      tokenWith([]),
      tokenWith({ expire: 'soon' }),
    ])
      assert.equal(tokenExpiry(token, now), now + week, token);
  });
});
