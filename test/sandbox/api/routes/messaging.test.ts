import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonObject } from '../../../../flow/json/jsonValue';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, type OpenSandbox, openSandbox, someNumber } from '../../openSandbox';

const desk = { type: 'email', target: 'desk@harbourbikes.example' };
const message = { source: someNumber, destinations: [ana], text: 'Your bicycle is ready, ${name}.' };
const email = { destinations: [desk], subject: 'Voicemail of ${name}', content: 'Call back.' };

async function run({ ask, clock }: OpenSandbox, ...actions: JsonObject[]): Promise<JsonObject> {
  const { body } = await ask('POST', '/activeflows', { actions, variables: { name: 'Ana' } });
  clock.advance(1000);
  return (await ask('GET', `/activeflows/${body.id}`)).body;
}

const newest = async ({ ask }: OpenSandbox, list: string) => (await ask('GET', list)).body.result[0];

suite('what a flow sends is listed', () => {
  test('a message of message_send, with its variables put in', async () => {
    const open = openSandbox();
    await run(open, { type: 'message_send', option: message });
    const sent = await newest(open, '/messages');
    assert.equal(sent.text, 'Your bicycle is ready, Ana.');
    assert.deepEqual([sent.type, sent.direction, sent.source], ['sms', 'outbound', someNumber]);
    assert.deepEqual(sent.targets, [{ destination: ana, status: 'queued', parts: 0, tm_update: null }]);
    assert.deepEqual((await open.ask('GET', `/messages/${sent.id}`)).body, sent);
  });

  test('an email of email_send, with its attachments', async () => {
    const open = openSandbox();
    const attachments = [{ reference_type: 'recording', reference_id: NOWHERE }];
    await run(open, { type: 'email_send', option: { ...email, attachments } });
    const sent = await newest(open, '/emails');
    assert.deepEqual(
      [sent.subject, sent.destinations, sent.status, sent.attachments],
      ['Voicemail of Ana', [desk], 'initiated', attachments],
    );
    assert.equal(sent.source.target, 'service@voipbin.net');
  });

  test('a message that the account may not send is not, and stops the flow; an email does not stop it', async () => {
    const open = openSandbox();
    open.sandbox.account.identityVerified = false;
    const last = { type: 'variable_set', option: { key: 'a', value: 'b' } };
    const stopped = await run(open, { type: 'message_send', option: message }, last);
    const went = await run(open, { type: 'email_send', option: email }, last);
    assert.deepEqual([stopped.status, went.status], ['ended', 'ended']);
    const types = ({ executed_actions }: JsonObject) => JSON.stringify(executed_actions);
    assert.ok(!types(stopped).includes('variable_set'));
    assert.ok(types(went).includes('variable_set'));
    assert.equal((await newest(open, '/messages')).direction, 'inbound');
    assert.equal((await open.ask('GET', '/emails')).body.result.length, 1);
  });

  test('an email to somebody who has no mail address is not sent', async () => {
    const open = openSandbox();
    await run(open, { type: 'email_send', option: { ...email, destinations: [desk, ana] } });
    assert.equal((await open.ask('GET', '/emails')).body.result.length, 1);
  });
});

suite('/messages', () => {
  test('sends one and removes it', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/messages', message);
    assert.deepEqual([status, body.text, body.tm_update], [200, message.text, null]);
    const removed = await ask('DELETE', `/messages/${body.id}`);
    assert.ok(removed.body.tm_delete);
    assertError(await ask('GET', `/messages/${body.id}`), 404, 'MESSAGE_NOT_FOUND');
  });

  test('says why nothing is sent', async () => {
    const { ask, sandbox } = openSandbox();
    sandbox.account.balance = 0;
    assertError(await ask('POST', '/messages', message), 402, 'INSUFFICIENT_BALANCE');
    sandbox.account.identityVerified = false;
    assertError(await ask('POST', '/messages', message), 403, 'IDENTITY_VERIFICATION_REQUIRED');
  });
});

suite('/emails', () => {
  test('sends one and removes it', async () => {
    const { ask } = openSandbox();
    const { body } = await ask('POST', '/emails', email);
    assert.deepEqual([body.subject, body.attachments], [email.subject, []]);
    await ask('DELETE', `/emails/${body.id}`);
    assertError(await ask('GET', `/emails/${body.id}`), 404, 'EMAIL_NOT_FOUND');
  });

  test('answers 500 to a destination that is not a mail address, as the platform does', async () => {
    const { ask } = openSandbox();
    for (const target of ['desk', 'a@b@c', 'Desk <desk>', '']) {
      assertError(
        await ask('POST', '/emails', { ...email, destinations: [{ type: 'email', target }] }),
        500,
        'INTERNAL',
      );
    }
    const named = { type: 'email', target: 'Desk <desk@harbourbikes.example>' };
    assert.equal((await ask('POST', '/emails', { ...email, destinations: [named] })).status, 200);
  });
});
