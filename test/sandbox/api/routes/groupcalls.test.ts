import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilId } from '../../../../flow/simulator';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { assertError, type OpenSandbox, openSandbox, someNumber } from '../../openSandbox';

const talk = { type: 'talk', option: { text: 'Hello', language: 'en-US' } };

async function callAgent({ ask }: OpenSandbox, target: string = seedIds.workshop) {
  const { body } = await ask('POST', '/calls', {
    source: someNumber,
    destinations: [{ type: 'agent', target }],
    actions: [talk],
  });
  assert.deepEqual([body.calls.length, body.groupcalls.length], [0, 1]);
  return body.groupcalls[0];
}

suite('group calls', () => {
  test('ring every address of an agent', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    assert.deepEqual([group.status, group.call_ids.length, group.call_count], ['progressing', 2, 2]);
    assert.equal(group.owner_id, seedIds.workshop);
    assert.deepEqual((await open.ask('GET', `/groupcalls/${group.id}`)).body, group);
    open.clock.advance(1000);
    assert.deepEqual(
      open.sandbox.phone.legs.map(({ destination, groupcallId, status }) => [destination.type, groupcallId, status]),
      [
        ['sip', group.id, 'ringing'],
        ['tel', group.id, 'ringing'],
      ],
    );
  });

  test('the first who answers ends the others', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    open.clock.advance(1000);
    const [first, second] = group.call_ids;
    open.sandbox.phone.answer(second);
    const state = async (id: string) => {
      const { body } = await open.ask('GET', `/calls/${id}`);
      return [body.status, body.hangup_reason, body.groupcall_id];
    };
    assert.deepEqual(await state(first), ['hangup', 'cancel', group.id]);
    assert.deepEqual(await state(second), ['progressing', '', group.id]);
    const { body } = await open.ask('GET', `/groupcalls/${group.id}`);
    assert.deepEqual([body.answer_call_id, body.status, body.call_count], [second, 'progressing', 1]);
    open.clock.advance(60_000);
    const over = (await open.ask('GET', `/groupcalls/${group.id}`)).body;
    assert.deepEqual([over.answer_call_id, over.status, over.call_count], [second, 'hangup', 0]);
  });

  test('an extension is dialled by its name, and each has a phone', async () => {
    const { ask, clock, onlyLeg } = openSandbox();
    const { body } = await ask('POST', '/calls', {
      destinations: [{ type: 'extension', target: NOWHERE, target_name: '4711' }],
    });
    assert.equal(body.groupcalls[0].call_ids.length, 1);
    clock.advance(1000);
    assert.deepEqual(onlyLeg().destination, { type: 'sip', target: '4711@localhost', target_name: '4711' });
  });

  test('an agent whom the sandbox does not know has a phone all the same', async () => {
    const open = openSandbox();
    assert.equal((await callAgent(open, NOWHERE)).call_ids.length, 1);
  });

  test('hung up ends all of its calls', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    open.clock.advance(1000);
    const answer = await open.ask('POST', `/groupcalls/${group.id}/hangup`);
    assert.deepEqual([answer.status, answer.body.status], [200, 'hangingup']);
    open.clock.advance(0);
    const { body } = await open.ask('GET', `/groupcalls/${group.id}`);
    assert.deepEqual([body.status, body.call_count, body.answer_call_id], ['hangup', 0, nilId]);
    assert.deepEqual(open.sandbox.phone.legs, []);
    assert.equal((await open.ask('POST', `/groupcalls/${group.id}/hangup`)).body.status, 'hangup');
  });

  test('that do not exist are not found', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', `/groupcalls/${NOWHERE}`), 404, 'RESOURCE_NOT_FOUND');
    assertError(await ask('POST', `/groupcalls/${NOWHERE}/hangup`), 404, 'RESOURCE_NOT_FOUND');
    assertError(await ask('GET', '/groupcalls/first'), 400, 'INVALID_ID');
  });
});
