import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, openSandbox, someNumber } from '../../openSandbox';

suite('making extensions', () => {
  test('gives one that can be called', async () => {
    const open = openSandbox();
    const shop = { extension: '3001', password: 'secret', name: 'Shop', detail: '' };
    const { body } = await open.ask('POST', '/extensions', shop);
    assert.deepEqual([body.extension, body.username, body.password], ['3001', '3001', 'secret']);
    const destinations = [{ type: 'extension', target_name: '3001' }];
    assert.equal((await open.ask('POST', '/calls', { source: someNumber, destinations })).status, 200);
    open.clock.advance(500);
    assert.equal(open.onlyLeg().status, 'ringing');
  });

  test('is refused for a number that is there already, and without one', async () => {
    const { ask } = openSandbox();
    assertError(await ask('POST', '/extensions', { extension: '1000', password: 'x' }), 500, 'INTERNAL');
    assertError(await ask('POST', '/extensions', { name: 'Shop' }), 500, 'INTERNAL');
  });

  test('renames and removes them', async () => {
    const { ask } = openSandbox();
    const { id } = (await ask('POST', '/extensions', { extension: '3001', password: 'secret', name: 'Shop' })).body;
    const { body } = await ask('PUT', `/extensions/${id}`, { name: 'Till', password: 'other' });
    assert.deepEqual([body.name, body.password, body.extension], ['Till', 'other', '3001']);
    await ask('DELETE', `/extensions/${id}`);
    assertError(await ask('DELETE', `/extensions/${id}`), 404, 'EXTENSION_NOT_FOUND');
  });
});
