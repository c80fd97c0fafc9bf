import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { assertError, openSandbox } from '../../openSandbox';

const shop = { name: 'Shop', detail: 'Sells.', engine_model: 'openai.gpt-4o', init_prompt: 'Sell bicycles.' };

suite('making AIs', () => {
  test('replaces them as a whole, and removes them', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/ais', { ...shop, parameter: { heat: 1 }, tool_names: ['all'] });
    assert.deepEqual([body.name, body.parameter, body.tool_names], ['Shop', { heat: 1 }, ['all']]);
    const { id } = body;
    const replaced = (await ask('PUT', `/ais/${id}`, { name: 'Till' })).body;
    assert.equal(replaced.name, 'Till');
    for (const member of ['detail', 'init_prompt', 'parameter', 'tool_names']) {
      assert.ok(!replaced[member]?.length && Object.keys(replaced[member] ?? {}).length === 0, member);
    }
    await ask('DELETE', `/ais/${id}`);
    assertError(await ask('DELETE', `/ais/${id}`), 404, 'AI_NOT_FOUND');
  });
});
