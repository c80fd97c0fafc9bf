import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { authorize, authorizeSocket, type Credentials } from '../../../client/api/credentials';

const origin = 'https://api.voipbin.net';
const token: Credentials = { kind: 'token', origin, token: 'a.b.c' };
const accesskey: Credentials = { kind: 'accesskey', origin, key: 'vb_1' };
const url = new URL(`${origin}/v1.0/ws`);

suite('authorizeSocket', () => {
  test('puts either kind into the query', () => {
    assert.equal(authorizeSocket(url, token), 'wss://api.voipbin.net/v1.0/ws?token=a.b.c');
    assert.equal(authorizeSocket(url, accesskey), 'wss://api.voipbin.net/v1.0/ws?accesskey=vb_1');
  });

  test('is as open or secret as the rest', () => {
    assert.equal(authorizeSocket(new URL('http://127.0.0.1:8080/v1.0/ws'), undefined), 'ws://127.0.0.1:8080/v1.0/ws');
  });

  test('refuses another origin', () => {
    for (const other of ['http://api.voipbin.net/ws', 'https://api.voipbin.net:8443/ws', 'https://evil.example/ws'])
      for (const credentials of [token, accesskey]) {
        assert.throws(() => authorizeSocket(new URL(other), credentials), /belongs to https:\/\/api\.voipbin\.net/);
        assert.throws(() => authorize(new URL(other), credentials), /belongs to https:\/\/api\.voipbin\.net/);
      }
  });
});
