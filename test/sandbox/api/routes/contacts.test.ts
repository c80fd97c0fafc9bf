import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, openSandbox } from '../../openSandbox';

const bo = { first_name: 'Bo', company: 'Harbour', addresses: [{ type: 'email', target: 'Bo@Harbour.example' }] };

suite('/contacts', () => {
  test('makes one, changes what is sent and removes it', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/contacts', bo);
    assert.equal(status, 201);
    assert.deepEqual([body.first_name, body.last_name, body.addresses[0].target], ['Bo', '', 'bo@harbour.example']);
    assert.ok(!('tag_ids' in body) && !('notes' in body));
    const changed = (await ask('PUT', `/contacts/${body.id}`, { last_name: 'Berg' })).body;
    assert.deepEqual([changed.first_name, changed.last_name, changed.company], ['Bo', 'Berg', 'Harbour']);
    await ask('DELETE', `/contacts/${body.id}`);
    assertError(await ask('GET', `/contacts/${body.id}`), 404, 'CONTACT_NOT_FOUND');
  });

  test('are found by number and mail address', async () => {
    const { ask } = openSandbox();
    const { id } = (await ask('POST', '/contacts', bo)).body;
    const byPhone = await ask('GET', `/contacts/lookup?phone=${encodeURIComponent(ana.target)}`);
    assert.equal(byPhone.body.display_name, 'Ana Costa');
    assert.equal((await ask('GET', '/contacts/lookup?email=BO@harbour.example')).body.id, id);
    assertError(await ask('GET', '/contacts/lookup?phone=1'), 404, 'CONTACT_NOT_FOUND');
    assertError(await ask('GET', '/contacts/lookup'), 400, 'INVALID_ARGUMENT');
  });

  test('get and lose addresses and tags', async () => {
    const { ask } = openSandbox();
    const [{ id }] = (await ask('GET', '/contacts')).body.result;
    const added = (await ask('POST', `/contacts/${id}/addresses`, { type: 'tel', target: '+15550101012' })).body;
    assert.deepEqual(
      added.addresses.map((address: { target: string; is_primary: boolean }) => [address.target, address.is_primary]),
      [
        [ana.target, true],
        ['+15550101012', false],
      ],
    );
    const left = (await ask('DELETE', `/contacts/${id}/addresses/${added.addresses[0].id}`)).body;
    assert.equal(left.addresses.length, 1);
    assertError(await ask('DELETE', `/contacts/${id}/addresses/${NOWHERE}`), 404, 'ADDRESS_NOT_FOUND');
    const fax = { type: 'fax', target: '1' };
    assertError(await ask('POST', `/contacts/${id}/addresses`, fax), 400, 'INVALID_ARGUMENT');
    for (const _ of [1, 2]) await ask('POST', `/contacts/${id}/tags`, { tag_id: seedIds.tag });
    assert.deepEqual((await ask('GET', `/contacts/${id}`)).body.tag_ids, [seedIds.tag]);
    assert.ok(!('tag_ids' in (await ask('DELETE', `/contacts/${id}/tags/${seedIds.tag}`)).body));
  });
});
