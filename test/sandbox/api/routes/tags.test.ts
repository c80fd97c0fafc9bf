import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, openSandbox } from '../../openSandbox';

suite('/tags', () => {
  test('makes, renames and removes one', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/tags', { name: 'Sales', detail: 'Sells.' });
    assert.deepEqual([body.name, body.detail, body.tm_update], ['Sales', 'Sells.', null]);
    const renamed = (await ask('PUT', `/tags/${body.id}`, { name: 'Shop' })).body;
    assert.deepEqual([renamed.id, renamed.name, renamed.detail], [body.id, 'Shop', '']);
    assert.equal((await ask('GET', '/tags')).body.result[0].name, 'Shop');
    assert.ok((await ask('DELETE', `/tags/${body.id}`)).body.tm_delete);
    assertError(await ask('PUT', `/tags/${body.id}`, {}), 404, 'TAG_NOT_FOUND');
    assertError(await ask('POST', '/tags', { name: 1 }), 400, 'INVALID_JSON_BODY');
  });

  test('are there after a restart', async () => {
    const before = openSandbox();
    const { id } = (await before.ask('POST', '/tags', { name: 'Sales' })).body;
    const after = openSandbox({ state: JSON.parse(JSON.stringify(before.sandbox.snapshot())) });
    assert.equal((await after.ask('GET', `/tags/${id}`)).body.name, 'Sales');
  });
});
