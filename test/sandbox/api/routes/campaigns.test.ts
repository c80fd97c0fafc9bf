import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, openSandbox } from '../../openSandbox';

suite('/campaigns', () => {
  test('keeps one, which cannot be run, and says so', async () => {
    const { ask } = openSandbox();
    assert.deepEqual((await ask('GET', '/campaigns')).body, { result: [], next_page_token: '' });
    const actions = [{ type: 'talk', option: { text: 'Spring sale!', language: 'en-US' } }];
    const { body } = await ask('POST', '/campaigns', { name: 'Spring', type: 'call', end_handle: 'stop', actions });
    assert.deepEqual([body.status, body.service_level, body.actions[0].type], ['stop', 0, 'talk']);
    const changed = (await ask('PUT', `/campaigns/${body.id}`, { name: 'Autumn', service_level: 80 })).body;
    assert.deepEqual([changed.name, changed.service_level, changed.actions.length], ['Autumn', 80, 1]);
    const run = { status: 'run' };
    assertError(await ask('PUT', `/campaigns/${body.id}/status`, run), 501, 'NOT_IN_SANDBOX');
    await ask('DELETE', `/campaigns/${body.id}`);
    assertError(await ask('PUT', `/campaigns/${body.id}/status`, run), 404, 'CAMPAIGN_NOT_FOUND');
  });

  test('refuses actions that no flow could have', async () => {
    const { ask } = openSandbox();
    assertError(await ask('POST', '/campaigns', { actions: [{ type: 'sing' }] }), 400, 'INVALID_ACTION_TYPE');
  });
});
