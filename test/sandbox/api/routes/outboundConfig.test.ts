import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { readState, seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { assertError, isLater, openSandbox } from '../../openSandbox';

const path = '/outbound_config';

suite('/outbound_config', () => {
  test('has what the account may call, and its default source', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('GET', path);
    assert.equal(status, 200);
    assert.ok(body.destination_whitelist.includes('us'));
    assert.equal(body.default_outgoing_source_number_id, seedIds.mainNumber);
  });

  test('changes what is sent and nothing else', async () => {
    const { ask, sandbox } = openSandbox();
    const before = (await ask('GET', path)).body;
    const { body } = await ask('PUT', path, { destination_whitelist: ['de', 'KR'], codecs: 'PCMU,PCMA' });
    const { tm_update } = body;
    assert.deepEqual(body, { ...before, destination_whitelist: ['de', 'KR'], codecs: 'PCMU,PCMA', tm_update });
    assert.ok(isLater(tm_update, before.tm_create));
    await ask('PUT', path, { default_outgoing_source_number_id: nilUuid, name: 'Europe' });
    assert.equal(sandbox.account.defaultSource, '');
    const after = (await ask('GET', path)).body;
    assert.deepEqual(
      [after.name, after.default_outgoing_source_number_id, after.codecs],
      ['Europe', nilUuid, body.codecs],
    );
  });

  const refused = {
    'a country that does not exist': { destination_whitelist: ['us', 'atlantis'] },
    'a country twice': { destination_whitelist: ['us', ' US'] },
    'codecs with blanks': { codecs: 'PCMU, PCMA' },
    'a default source that is not of the account': { default_outgoing_source_number_id: NOWHERE },
  };
  for (const [what, body] of Object.entries(refused)) {
    test(`answers 500 without a reason to ${what}, and changes nothing`, async () => {
      const { ask } = openSandbox();
      const before = (await ask('GET', path)).body;
      assertError(await ask('PUT', path, { ...body, name: 'new' }), 500, 'INTERNAL');
      assert.deepEqual((await ask('GET', path)).body, before);
    });
  }

  test('refuses a whitelist that is not a list of texts', async () => {
    const { ask } = openSandbox();
    assertError(await ask('PUT', path, { destination_whitelist: 'us' }), 400, 'INVALID_JSON_BODY');
    assertError(await ask('PUT', path, { destination_whitelist: [1] }), 400, 'INVALID_JSON_BODY');
  });

  test('is there after a restart from a state that was saved before it existed', async () => {
    const saved = JSON.parse(JSON.stringify(openSandbox().sandbox.snapshot()));
    delete saved.tables.outboundConfigs;
    const result = readState(saved);
    assert.ok(result.ok);
    const { ask } = openSandbox({ state: result.state });
    assert.equal((await ask('GET', path)).body.id, seedIds.outboundConfig);
  });
});
