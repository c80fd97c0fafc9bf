import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../sandbox';
import { assertError, openSandbox } from '../openSandbox';

const login = (username: string, password = username) => JSON.stringify({ username, password });

async function signIn({ askAs }: ReturnType<typeof openSandbox>, username = 'admin@localhost'): Promise<string> {
  const { status, body } = await askAs({}, 'POST', '/auth/login', login(username));
  assert.equal(status, 200);
  return body.token;
}

suite('signing in', () => {
  test('gives a token, and sets it as a cookie', async () => {
    const { askAs } = openSandbox();
    const { status, body, headers } = await askAs({}, 'POST', '/auth/login', login('admin@localhost'));
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body), ['username', 'token']);
    assert.equal(body.username, 'admin@localhost');
    assert.match(body.token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    assert.equal(headers.get('set-cookie'), `token=${body.token}; Max-Age=604800; Path=/; HttpOnly; SameSite=Strict`);
  });

  test('fails with 400 and not a word, whatever is wrong', async () => {
    const { askAs } = openSandbox();
    const bodies = [
      login('admin@localhost', 'wrong'),
      login('nobody@localhost'),
      '{',
      '[]',
      '',
      '{"username":1}',
      'null',
    ];
    for (const body of bodies) {
      const answer = await askAs({}, 'POST', '/auth/login', body);
      assert.deepEqual([answer.status, answer.body], [400, ''], body);
    }
  });

  test('is not versioned', async () => {
    const { askAs } = openSandbox();
    const answer = await askAs({}, 'POST', '/v1.0/auth/login', login('admin@localhost'));
    assertError(answer, 404, 'ROUTE_NOT_FOUND');
  });

  test('holds for seven days', async () => {
    const open = openSandbox();
    const authorization = `Bearer ${await signIn(open)}`;
    open.clock.advance(7 * 24 * 3_600_000 - 1);
    assert.equal((await open.askAs({ authorization }, 'GET', '/v1.0/flows')).status, 200);
    open.clock.advance(1);
    assertError(await open.askAs({ authorization }, 'GET', '/v1.0/flows'), 401, 'INVALID_CREDENTIALS');
  });
});

suite('credentials', () => {
  test('are asked for', async () => {
    const { askAs } = openSandbox();
    assertError(await askAs({}, 'GET', '/v1.0/flows'), 401, 'AUTHENTICATION_REQUIRED');
  });

  test('are taken from cookie, query and header', async () => {
    const open = openSandbox();
    const { sandbox, askAs } = open;
    const token = await signIn(open);
    const ways: [Record<string, string>, string][] = [
      [{ cookie: `token=${token}` }, ''],
      [{}, `?token=${token}`],
      [{ authorization: `Bearer ${token}` }, ''],
      [{ cookie: `accesskey=${sandbox.accessKey}` }, ''],
      [{}, `?accesskey=${sandbox.accessKey}`],
    ];
    for (const [headers, query] of ways) {
      assert.equal((await askAs(headers, 'GET', `/v1.0/flows${query}`)).status, 200, JSON.stringify([headers, query]));
    }
  });

  test('the first that is there counts, though a later one would do', async () => {
    const open = openSandbox();
    const { sandbox, askAs } = open;
    const token = await signIn(open);
    const key = `accesskey=${sandbox.accessKey}`;
    const good = { authorization: `Bearer ${token}` };
    assertError(await askAs({ ...good, cookie: 'token=no' }, 'GET', '/v1.0/flows'), 401, 'INVALID_CREDENTIALS');
    assertError(await askAs(good, 'GET', '/v1.0/flows?token=no'), 401, 'INVALID_CREDENTIALS');
    assertError(await askAs({ authorization: 'Bearer no' }, 'GET', `/v1.0/flows?${key}`), 401, 'INVALID_CREDENTIALS');
    assertError(await askAs({ cookie: 'accesskey=no' }, 'GET', `/v1.0/flows?${key}`), 401, 'INVALID_CREDENTIALS');
    assert.equal((await askAs({ cookie: key }, 'GET', '/v1.0/flows?accesskey=no')).status, 200);
    assert.equal((await askAs({ authorization: 'Basic no' }, 'GET', `/v1.0/flows?${key}`)).status, 200);
  });

  test('an access key in the header is taken for a token', async () => {
    const { sandbox, askAs } = openSandbox();
    const authorization = `Bearer ${sandbox.accessKey}`;
    assertError(await askAs({ authorization }, 'GET', '/v1.0/flows'), 401, 'INVALID_CREDENTIALS');
  });

  test('of an agent who is no manager are good for himself only', async () => {
    const open = openSandbox();
    const authorization = `Bearer ${await signIn(open, 'frontdesk@localhost')}`;
    assertError(await open.askAs({ authorization }, 'GET', '/v1.0/flows'), 403, 'PERMISSION_DENIED');
    const { status, body } = await open.askAs({ authorization }, 'GET', '/v1.0/me');
    assert.deepEqual([status, body.id, body.username], [200, seedIds.frontDesk, 'frontdesk@localhost']);
    const own = await open.askAs({ authorization }, 'GET', `/v1.0/agents/${seedIds.frontDesk}`);
    assert.deepEqual([own.status, own.body], [200, body]);
    for (const other of [`/v1.0/agents/${seedIds.admin}`, '/v1.0/agents']) {
      assertError(await open.askAs({ authorization }, 'GET', other), 403, 'PERMISSION_DENIED');
    }
  });
});

suite('requests', () => {
  test('have an id: the client’s own if it is harmless', async () => {
    const { askAs } = openSandbox();
    const own = await askAs({ 'x-request-id': 'mine_1' }, 'GET', '/v1.0/flows');
    assert.equal(own.headers.get('x-request-id'), 'mine_1');
    assert.equal(own.body.error.request_id, 'mine_1');
    const bad = await askAs({ 'x-request-id': 'two words' }, 'GET', '/v1.0/flows');
    assert.match(bad.headers.get('x-request-id') ?? '', /^req_[A-Z2-7]{26}$/);
    assert.equal(bad.body.error.request_id, bad.headers.get('x-request-id'));
  });

  test('tell the virtual time, by which clients compare clocks', async () => {
    const { ask, clock } = openSandbox();
    const { headers } = await ask('GET', '/flows');
    assert.equal(Date.parse(headers.get('date') ?? ''), clock.now());
  });

  test('to what does not exist are answered in JSON, whoever asks', async () => {
    const { ask, askAs } = openSandbox();
    assertError(await ask('GET', '/nothing'), 404, 'ROUTE_NOT_FOUND');
    assertError(await ask('PATCH', '/flows'), 404, 'ROUTE_NOT_FOUND');
    assertError(await askAs({}, 'GET', '/v1.0/nothing'), 404, 'ROUTE_NOT_FOUND');
    assertError(await askAs({}, 'POST', '/v1.0/me'), 404, 'ROUTE_NOT_FOUND');
    assertError(await askAs({}, 'GET', '/'), 404, 'ROUTE_NOT_FOUND');
  });

  test('to a frozen account are refused, with what can be done', async () => {
    const { sandbox, ask, askAs } = openSandbox();
    sandbox.account.frozen = true;
    const answer = await ask('GET', '/flows');
    assertError(answer, 403, 'ACCOUNT_FROZEN');
    assert.equal(answer.body.error.details[0].recovery_endpoint, 'DELETE /auth/unregister');
    assertError(await askAs({}, 'GET', '/v1.0/flows'), 401, 'AUTHENTICATION_REQUIRED');
    sandbox.account.frozen = false;
    assert.equal((await ask('GET', '/flows')).status, 200);
  });
});
