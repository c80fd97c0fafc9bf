import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, type OpenSandbox, openSandbox } from '../openSandbox';

async function withFlows(count: number): Promise<OpenSandbox> {
  const open = openSandbox();
  for (const { id } of (await open.ask('GET', '/flows')).body.result) await open.ask('DELETE', `/flows/${id}`);
  for (let made = 1; made <= count; made++) {
    open.clock.advance(60);
    assert.equal((await open.ask('POST', '/flows', { name: `f${made}` })).status, 200);
  }
  return open;
}

const names = ({ body }: { body: { result: { name: string }[] } }) => body.result.map(({ name }) => name).join(' ');

suite('paging', () => {
  test('gives the newest first, and a token for the next page', async () => {
    const { ask } = await withFlows(5);
    const first = await ask('GET', '/flows?page_size=2');
    assert.equal(names(first), 'f5 f4');
    assert.equal(Date.parse(first.body.next_page_token), Date.parse(first.body.result[1].tm_create));
    assert.match(first.body.next_page_token, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const second = await ask('GET', `/flows?page_size=2&page_token=${first.body.next_page_token}`);
    assert.equal(names(second), 'f3 f2');
    const third = await ask('GET', `/flows?page_size=2&page_token=${second.body.next_page_token}`);
    assert.equal(names(third), 'f1');
    const fourth = await ask('GET', `/flows?page_size=2&page_token=${third.body.next_page_token}`);
    assert.deepEqual(fourth.body, { result: [], next_page_token: '' });
  });

  test('loses nothing that was made in the same moment', async () => {
    const open = openSandbox();
    for (let made = 0; made < 6; made++) await open.ask('POST', '/flows', { name: `f${made}` });
    const seen: string[] = [];
    let token = '';
    do {
      const { body } = await open.ask('GET', `/flows?page_size=1&page_token=${token}`);
      for (const { id } of body.result) seen.push(id);
      token = body.next_page_token;
    } while (token !== '');
    assert.equal(seen.length, new Set(seen).size);
    assert.equal(seen.length, 8);
  });

  test('takes any size that it does not have for 100', async () => {
    const { ask } = await withFlows(103);
    for (const size of ['0', '-1', '101']) {
      assert.equal((await ask('GET', `/flows?page_size=${size}`)).body.result.length, 100, size);
    }
    assert.equal((await ask('GET', '/flows')).body.result.length, 100);
    assert.equal((await ask('GET', '/flows?page_size=100')).body.result.length, 100);
    assert.equal((await ask('GET', '/flows?page_size=99')).body.result.length, 99);
  });

  test('refuses a size that is not an integer', async () => {
    const { ask } = openSandbox();
    for (const size of ['', 'many', '2.5', '1e1', '0x10']) {
      assertError(await ask('GET', `/calls?page_size=${size}`), 400, 'INVALID_REQUEST_PARAMETER');
    }
  });

  test('with a token that is not a time fails inside, as the database does', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', '/flows?page_token=yesterday'), 500, 'INTERNAL');
  });

  test('every list has it', async () => {
    const { ask } = openSandbox();
    const lists =
      'accesskeys numbers calls groupcalls flows activeflows queues conferences ais teams agents extensions conversations recordings';
    for (const list of lists.split(' ')) {
      const { status, body } = await ask('GET', `/${list}?page_size=1`);
      assert.deepEqual([status, Object.keys(body)], [200, ['result', 'next_page_token']], list);
      assert.ok(body.result.length <= 1, list);
    }
  });
});
