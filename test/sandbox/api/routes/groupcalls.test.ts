import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
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

/** The group call in a group call: that of the agent's extension. */
const innerOf = async ({ ask }: OpenSandbox, { groupcall_ids: [id] }: { groupcall_ids: readonly string[] }) =>
  (await ask('GET', `/groupcalls/${id}`)).body;

suite('group calls', () => {
  test('ring every address of an agent, an extension as a group call in the group call', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    assert.deepEqual(
      [group.status, group.call_ids.length, group.groupcall_ids.length, group.call_count, group.groupcall_count],
      ['progressing', 1, 1, 1, 1],
    );
    assert.equal(group.owner_id, seedIds.workshop);
    assert.deepEqual((await open.ask('GET', `/groupcalls/${group.id}`)).body, group);
    const inner = await innerOf(open, group);
    assert.deepEqual(
      [inner.master_groupcall_id, inner.call_ids.length, inner.groupcall_ids, inner.groupcall_count],
      [group.id, 1, undefined, undefined],
    );
    open.clock.advance(1000);
    assert.deepEqual(
      open.sandbox.phone.legs.map(({ id, destination, groupcallId, status }) => [
        id,
        destination.type,
        groupcallId,
        status,
      ]),
      [
        [inner.call_ids[0], 'sip', group.id, 'ringing'],
        [group.call_ids[0], 'tel', group.id, 'ringing'],
      ],
    );
  });

  test('to an agent with nothing but an extension have no calls of their own', async () => {
    const open = openSandbox();
    const group = await callAgent(open, seedIds.frontDesk);
    assert.deepEqual([group.call_ids, group.call_count, group.groupcall_count], [undefined, undefined, 1]);
    open.clock.advance(1000);
    open.sandbox.phone.answer(open.onlyLeg().id);
    const outer = (await open.ask('GET', `/groupcalls/${group.id}`)).body;
    assert.deepEqual(
      [outer.answer_call_id, outer.answer_groupcall_id, outer.status],
      [nilUuid, nilUuid, 'progressing'],
    );
    assert.equal((await innerOf(open, group)).answer_call_id, open.onlyLeg().id);
    open.sandbox.phone.hangup(open.onlyLeg().id);
    const over = (await open.ask('GET', `/groupcalls/${group.id}`)).body;
    assert.deepEqual([over.status, over.groupcall_count, over.answer_call_id], ['hangup', undefined, nilUuid]);
  });

  test('the first who answers ends the others', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    open.clock.advance(1000);
    const [second] = group.call_ids;
    const [first] = (await innerOf(open, group)).call_ids;
    open.sandbox.phone.answer(second);
    const state = async (id: string) => {
      const { body } = await open.ask('GET', `/calls/${id}`);
      return [body.status, body.hangup_reason, body.groupcall_id];
    };
    assert.deepEqual(await state(first), ['hangup', 'cancel', nilUuid]);
    assert.deepEqual(await state(second), ['progressing', undefined, nilUuid]);
    const { body } = await open.ask('GET', `/groupcalls/${group.id}`);
    assert.deepEqual([body.answer_call_id, body.status, body.call_count], [second, 'progressing', 1]);
    open.clock.advance(60_000);
    const over = (await open.ask('GET', `/groupcalls/${group.id}`)).body;
    assert.deepEqual([over.answer_call_id, over.status, over.call_count], [second, 'hangup', undefined]);
  });

  test('an extension that answers leaves the agent’s other phones ringing, as the engine does', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    open.clock.advance(1000);
    const [inner] = (await innerOf(open, group)).call_ids;
    open.sandbox.phone.answer(inner);
    assert.equal((await open.ask('GET', `/calls/${group.call_ids[0]}`)).body.status, 'ringing');
    assert.equal((await open.ask('GET', `/groupcalls/${group.id}`)).body.answer_call_id, nilUuid);
  });

  test('an extension is dialled by its name', async () => {
    const { ask, clock, onlyLeg } = openSandbox();
    const { body } = await ask('POST', '/calls', {
      destinations: [{ type: 'extension', target: NOWHERE, target_name: '2001' }],
    });
    assert.deepEqual([body.groupcalls[0].call_ids.length, body.groupcalls[0].groupcall_ids], [1, undefined]);
    clock.advance(1000);
    assert.deepEqual(onlyLeg().destination, { type: 'sip', target: '2001@localhost', target_name: '2001' });
  });

  test('hung up ends all of its calls', async () => {
    const open = openSandbox();
    const group = await callAgent(open);
    open.clock.advance(1000);
    const answer = await open.ask('POST', `/groupcalls/${group.id}/hangup`);
    assert.deepEqual([answer.status, answer.body.status], [200, 'hangingup']);
    open.clock.advance(0);
    const { body } = await open.ask('GET', `/groupcalls/${group.id}`);
    assert.deepEqual(
      [body.status, body.call_count, body.groupcall_count, body.answer_call_id],
      ['hangup', undefined, undefined, nilUuid],
    );
    assert.equal((await innerOf(open, group)).status, 'hangup');
    assert.deepEqual(open.sandbox.phone.legs, []);
    assert.equal((await open.ask('POST', `/groupcalls/${group.id}/hangup`)).body.status, 'hangup');
  });

  test('that do not exist are not found', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', `/groupcalls/${NOWHERE}`), 404, 'GROUPCALL_NOT_FOUND');
    assertError(await ask('POST', `/groupcalls/${NOWHERE}/hangup`), 404, 'GROUPCALL_NOT_FOUND');
    assertError(await ask('GET', '/groupcalls/first'), 400, 'INVALID_ID');
  });
});

suite('POST /groupcalls', () => {
  const destinations = [
    { type: 'tel', target: '+15550101011' },
    { type: 'tel', target: '+15550101012' },
  ];
  const place = async (open: OpenSandbox, more: object) => {
    const body = { source: someNumber, destinations, actions: [talk], ...more };
    return open.ask('POST', '/groupcalls', body);
  };
  /** What became of the calls, by destination, after the first has answered and then the second wants to. */
  async function answerBoth(open: OpenSandbox): Promise<readonly string[]> {
    open.clock.advance(1000);
    const legs = open.sandbox.phone.legs.map(({ id }) => id);
    for (const id of legs) open.sandbox.phone.answer(id);
    const calls = await Promise.all(legs.map(async (id) => (await open.ask('GET', `/calls/${id}`)).body));
    return calls.map(({ status, hangup_reason = '' }) => `${status} ${hangup_reason}`.trim());
  }

  test('rings all, and the first to answer ends the others', async () => {
    const open = openSandbox();
    const { body } = await place(open, { ring_method: 'ring_all', answer_method: 'hangup_others' });
    assert.deepEqual([body.status, body.call_ids.length, body.destinations], ['progressing', 2, destinations]);
    assert.deepEqual(await answerBoth(open), ['progressing', 'hangup cancel']);
    open.clock.advance(60_000);
    assert.equal((await open.ask('GET', `/groupcalls/${body.id}`)).body.status, 'hangup');
  });

  test('without hangup_others both talk', async () => {
    const open = openSandbox();
    const { body } = await place(open, {});
    assert.deepEqual([body.ring_method, body.answer_method], ['ring_all', '']);
    assert.deepEqual(await answerBoth(open), ['progressing', 'progressing']);
  });

  test('is over at once when nothing can be called', async () => {
    const open = openSandbox();
    const { body } = await place(open, { destinations: [{ type: 'tel', target: '+99912345678' }] });
    assert.equal(body.status, 'hangup');
  });

  test('linear rings one after another, until one answers', async () => {
    const open = openSandbox();
    const third = { type: 'tel', target: '+15550101013' };
    const { body } = await place(open, { destinations: [...destinations, third], ring_method: 'linear' });
    assert.deepEqual([body.ring_method, body.call_ids.length, body.dial_index], ['linear', 1, undefined]);
    open.clock.advance(1000);
    assert.equal(open.onlyLeg().destination.target, '+15550101011');
    open.sandbox.phone.decline(open.onlyLeg().id);
    open.clock.advance(1000);
    assert.equal(open.onlyLeg().destination.target, '+15550101012');
    open.sandbox.phone.answer(open.onlyLeg().id);
    const talking = (await open.ask('GET', `/groupcalls/${body.id}`)).body;
    assert.deepEqual([talking.answer_call_id, talking.dial_index], [talking.call_ids[1], 1]);
    open.clock.advance(60_000);
    assert.deepEqual(open.sandbox.phone.legs, []);
    assert.equal((await open.ask('GET', `/groupcalls/${body.id}`)).body.status, 'hangup');
  });

  test('linear passes over what cannot be called, and is over after the last', async () => {
    const open = openSandbox();
    const nowhere = { type: 'tel', target: '+99912345678' };
    const [first, last] = destinations;
    const { body } = await place(open, { destinations: [nowhere, first, nowhere, last], ring_method: 'linear' });
    assert.equal(body.dial_index, 1);
    for (let count = 0; count < 2; count += 1) {
      open.clock.advance(1000);
      open.sandbox.phone.decline(open.onlyLeg().id);
    }
    const over = (await open.ask('GET', `/groupcalls/${body.id}`)).body;
    assert.deepEqual([over.status, over.dial_index, over.call_ids.length], ['hangup', 3, 2]);
  });

  test('linear that is hung up rings nobody else', async () => {
    const open = openSandbox();
    const { body } = await place(open, { ring_method: 'linear' });
    open.clock.advance(1000);
    await open.ask('POST', `/groupcalls/${body.id}/hangup`);
    open.clock.advance(1000);
    assert.deepEqual(open.sandbox.phone.legs, []);
    assert.equal((await open.ask('GET', `/groupcalls/${body.id}`)).body.status, 'hangup');
  });

  test('linear goes on after an extension has answered and the call is over, as the engine does', async () => {
    const open = openSandbox();
    const extension = { type: 'extension', target_name: '2001' };
    await place(open, { destinations: [extension, ...destinations], ring_method: 'linear' });
    open.clock.advance(1000);
    const { id } = open.onlyLeg();
    open.sandbox.phone.answer(id);
    open.sandbox.phone.hangup(id);
    open.clock.advance(1000);
    assert.equal(open.onlyLeg().destination.target, '+15550101011');
  });

  test('refuses what it cannot do', async () => {
    const open = openSandbox();
    assert.equal((await place(open, { ring_method: 'ringall' })).status, 500);
    assert.equal((await place(open, { destinations: [] })).status, 500);
    assert.equal((await place(open, { actions: [{ type: 'tlak' }] })).status, 400);
  });
});
