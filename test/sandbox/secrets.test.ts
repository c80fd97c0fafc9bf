import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { openSandbox, someNumber } from './openSandbox';

suite('log', () => {
  test('holds no key, token or password, whatever is done with them', async () => {
    const { sandbox, ask, askAs, lines, clock } = openSandbox({ speed: 0, autoAnswer: { after: 1, talksFor: 1 } });
    const password = 'a-password-nobody-may-see';
    await askAs({}, 'POST', '/auth/login', JSON.stringify({ username: 'admin@localhost', password }));
    const login = await askAs({}, 'POST', '/auth/login', '{"username":"admin@localhost","password":"admin@localhost"}');
    const key = (await ask('POST', '/accesskeys', { name: 'CI', expire: 86_400 })).body.token;
    const { token } = login.body;
    await askAs({}, 'POST', `/v1.0/flows?token=${token}`, '{');
    await askAs({}, 'GET', `/v1.0/nothing?accesskey=${key}`);
    await askAs({}, 'GET', '/v1.0/flows?accesskey=vb_not-a-key');
    await ask('POST', '/calls', {
      source: someNumber,
      destinations: [{ type: 'sip', target: key, name: token }],
      variables: { secret: key },
      actions: [
        { type: 'talk', option: { text: `Say ${key}`, language: 'en-US' } },
        { type: 'variable_set', option: { key: 'a', value: '${secret}' } },
        { type: 'variable_set', option: { key: token, value: token } },
        { type: 'fetch', option: { event_url: `https://flows.example.com/?accesskey=${key}` } },
      ],
    });
    clock.advance(0);
    const text = lines.join('\n');
    assert.match(text, /fetch \(4 of 101\)/);
    assert.match(text, /POST \/auth\/login {2}400/);
    assert.match(text, /GET \/v1\.0\/nothing {2}404/);
    for (const secret of [key, token, sandbox.accessKey, password, 'vb_not-a-key']) {
      assert.ok(!text.includes(secret), text);
      // Where a long text is cut, no beginning of a secret may be left.
      assert.ok(!text.includes(secret.slice(0, 40)), text);
    }
  });

  test('tells what happens, one line each', async () => {
    const { ask, lines, clock, sandbox } = openSandbox();
    const actions = [{ type: 'talk', option: { text: 'Hello\nyou', language: 'en-US' } }];
    const { body } = await ask('POST', '/calls', {
      source: someNumber,
      destinations: [{ type: 'tel', target: '+15550101011' }],
      actions,
    });
    const [{ id }] = body.calls;
    clock.advance(1000);
    sandbox.phone.answer(id);
    await ask('GET', `/calls/${id}`);
    clock.advance(10_000);
    const name = `call ${id.slice(0, 8)}`;
    assert.deepEqual(lines, [
      `${name}  +15550101000 → +15550101011`,
      'POST /v1.0/calls  200',
      `${name}  rings`,
      `${name}  is answered`,
      `${name}  talk (1 of 101)`,
      `${name}  says "Hello you"`,
      `${name}  flow ends: The flow reached its end.`,
      `${name}  is over: hung up by VoIPbin (normal)`,
    ]);
  });
});
