import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { nilUuid } from '../../../../flow/model/uuid';
import { seedIds } from '../../../../sandbox';
import { NOWHERE } from '../../../support/ids';
import { ana, assertError, isLater, openSandbox, pathOf, someNumber } from '../../openSandbox';

const talk = { type: 'talk', option: { text: 'Hello', language: 'en-US' } };
const callTo = (...destinations: { type?: string; target?: string; target_name?: string }[]) => ({
  source: someNumber,
  destinations,
  actions: [talk],
});

suite('POST /calls', () => {
  test('answers with a call for a number or a SIP address, before it rings', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/calls', callTo(ana, { type: 'sip', target: 'bo@sip.example.com' }));
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body), ['calls', 'groupcalls']);
    assert.deepEqual(body.groupcalls, []);
    assert.deepEqual(
      body.calls.map((call: { destination: { target: string } }) => call.destination.target),
      ['+15550101011', 'bo@sip.example.com'],
    );
    const [call] = body.calls;
    assert.deepEqual([call.status, call.direction, call.type], ['dialing', 'outgoing', 'flow']);
    assert.deepEqual(call.source, someNumber);
    assert.deepEqual((await ask('GET', `/calls/${call.id}`)).body, call);
    const activeflow = (await ask('GET', `/activeflows/${call.activeflow_id}`)).body;
    assert.deepEqual(
      [activeflow.status, activeflow.reference_type, activeflow.reference_id, activeflow.flow_id],
      ['running', 'call', call.id, call.flow_id],
    );
    assert.equal(activeflow.current_action.id, '00000000-0000-0000-0000-000000000001');
  });

  test('has every field of a call, those that are empty left out', async () => {
    const { ask } = openSandbox();
    const [call] = (await ask('POST', '/calls', callTo(ana))).body.calls;
    const fields =
      'id customer_id owner_type owner_id flow_id activeflow_id type master_call_id recording_id groupcall_id source destination status action direction tm_create';
    assert.deepEqual(Object.keys(call).sort(), fields.split(' ').sort());
  });

  test('runs a stored flow, which counts for more than actions', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const { body } = await ask('POST', '/calls', { ...callTo(ana), flow_id: seedIds.greetingFlow });
    const [call] = body.calls;
    assert.equal(call.flow_id, seedIds.greetingFlow);
    clock.advance(1000);
    sandbox.phone.answer(call.id);
    clock.advance(60_000);
    assert.equal(pathOf((await ask('GET', `/activeflows/${call.activeflow_id}`)).body), 'answer talk hangup');
  });

  test('takes a flow id that is not a UUID for none', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask('POST', '/calls', { ...callTo(ana), flow_id: 'greeting' });
    assert.equal(status, 200);
    assert.notEqual(body.calls[0].flow_id, nilUuid);
  });

  test('with neither flow nor actions rings, is answered and hangs up', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const { body } = await ask('POST', '/calls', { source: someNumber, destinations: [ana] });
    const [{ id }] = body.calls;
    clock.advance(1000);
    sandbox.phone.answer(id);
    const call = (await ask('GET', `/calls/${id}`)).body;
    assert.deepEqual([call.status, call.hangup_by, call.hangup_reason], ['hangup', 'local', 'normal']);
    assert.equal(typeof call.tm_progressing, 'string');
  });

  test('leaves out silently what cannot be called, as long as something rings', async () => {
    const { ask } = openSandbox();
    const { status, body } = await ask(
      'POST',
      '/calls',
      callTo({ target: '+15550101011' }, { type: 'conference', target: NOWHERE }, { type: 'extension' }, ana),
    );
    assert.deepEqual([status, body.calls.length, body.groupcalls.length], [200, 1, 0]);
  });

  test('fails inside when nothing rings', async () => {
    const { ask } = openSandbox();
    for (const body of [callTo(), callTo({ target: '+15550101011' }), callTo({ type: 'agent', target: 'bo' }), {}]) {
      assertError(await ask('POST', '/calls', body), 500, 'INTERNAL');
    }
    assert.equal((await ask('GET', '/calls')).body.result.length, 0);
  });

  const refused: Readonly<Record<string, { type: string; target?: string; target_name?: string }>> = {
    'a text for a number': { type: 'tel', target: 'garbage' },
    'a local number': { type: 'tel', target: '555-0101' },
    'no number': { type: 'tel' },
    'a country code that nobody has': { type: 'tel', target: '+99912345678' },
    'a country that is not allowed': { type: 'tel', target: '+8613812345678' },
    'an extension that is not registered': { type: 'extension', target_name: '4711' },
    'an extension by its target': { type: 'extension', target: '1000' },
    'an unknown agent': { type: 'agent', target: NOWHERE },
    'no SIP address': { type: 'sip' },
  };
  for (const [what, destination] of Object.entries(refused)) {
    test(`refuses ${what}, alone with 500, and leaves it out beside what rings`, async () => {
      const { ask, lines } = openSandbox();
      assertError(await ask('POST', '/calls', callTo(destination)), 500, 'INTERNAL');
      assert.match(lines.join(), /a destination is left out: /);
      const { status, body } = await ask('POST', '/calls', callTo(destination, ana));
      assert.deepEqual([status, body.calls.length, body.groupcalls.length], [200, 1, 0]);
    });
  }

  test('refuses telephone numbers without an outbound configuration, and goes by its countries', async () => {
    const open = openSandbox();
    const china = { type: 'tel', target: '+8613812345678' };
    await open.ask('PUT', '/outbound_config', { destination_whitelist: ['cn'] });
    assert.equal((await open.ask('POST', '/calls', callTo(china))).status, 200);
    assertError(await open.ask('POST', '/calls', callTo(ana)), 500, 'INTERNAL');
    const state = JSON.parse(JSON.stringify(open.sandbox.snapshot()));
    const bare = openSandbox({ state: { ...state, tables: { ...state.tables, outboundConfigs: [] } } });
    assertError(await bare.ask('POST', '/calls', callTo(china)), 500, 'INTERNAL');
  });

  test('shows the account’s default number when the source is none of its own', async () => {
    const { ask, sandbox } = openSandbox();
    const sources = [{ type: 'tel', target: '+15550109999' }, { type: 'tel', target: '+899000000001' }, {}];
    for (const source of sources) {
      const { body } = await ask('POST', '/calls', { ...callTo(ana), source });
      assert.equal(body.calls[0].source.target, '+15550101000');
    }
    const second = { type: 'tel', target: '+15550101050' };
    assert.equal(
      (await ask('POST', '/calls', { ...callTo(ana), source: second })).body.calls[0].source.target,
      second.target,
    );
    sandbox.account.defaultSource = '';
    assertError(await ask('POST', '/calls', { ...callTo(ana), source: {} }), 500, 'INTERNAL');
    const sip = { type: 'sip', target: 'bo@sip.example.com' };
    assert.equal((await ask('POST', '/calls', { ...callTo(sip), source: {} })).status, 200);
  });

  test('needs money for a telephone number, and for nothing else', async () => {
    const { ask, sandbox } = openSandbox();
    sandbox.account.balance = 0;
    assertError(await ask('POST', '/calls', callTo(ana)), 500, 'INTERNAL');
    assert.equal((await ask('POST', '/calls', callTo({ type: 'extension', target_name: '2001' }))).status, 200);
    assert.equal((await ask('POST', '/calls', callTo(ana, { type: 'sip', target: 'a@b' }))).body.calls.length, 1);
  });

  test('needs a verified identity for a telephone number, and for nothing else', async () => {
    const { ask, sandbox } = openSandbox();
    sandbox.account.identityVerified = false;
    assertError(await ask('POST', '/calls', callTo(ana)), 403, 'IDENTITY_VERIFICATION_REQUIRED');
    assert.equal((await ask('POST', '/calls', callTo({ type: 'sip', target: 'a@b' }))).status, 200);
  });

  test('refuses what is no body, unknown types and flows that do not exist', async () => {
    const { ask } = openSandbox();
    for (const body of [
      { destinations: {} },
      { destinations: ['+1'] },
      { destinations: [{ type: 1 }] },
      { source: [] },
      { anonymous: true },
    ]) {
      assertError(await ask('POST', '/calls', body), 400, 'INVALID_JSON_BODY');
    }
    assertError(
      await ask('POST', '/calls', { ...callTo(ana), actions: [{ type: 'sing' }] }),
      400,
      'INVALID_ACTION_TYPE',
    );
    assertError(await ask('POST', '/calls', { ...callTo(ana), flow_id: NOWHERE }), 404, 'FLOW_NOT_FOUND');
  });

  test('gives the flow its variables, but none of the platform’s own', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const { body } = await ask('POST', '/calls', {
      ...callTo(ana),
      actions: [{ type: 'talk', option: { text: '${name}, ${voipbin.call.source.target}', language: 'en-US' } }],
      variables: { ' name ': 'Bo', 'VoIPbin.call.source.target': 'no', '': 'no' },
    });
    clock.advance(1000);
    sandbox.phone.answer(body.calls[0].id);
    assert.equal(sandbox.phone.leg(body.calls[0].id)?.saying?.text, 'Bo, +15550101000');
  });

  test('refuses too many variables, and those that are no texts', async () => {
    const { ask } = openSandbox();
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`v${index}`, '']));
    const variables = [many, { a: 'x'.repeat(32 * 1024 + 1) }, { a: 'ä'.repeat(16_385) }];
    for (const variable of variables) {
      assertError(await ask('POST', '/calls', { ...callTo(ana), variables: variable }), 400, 'INVALID_VARIABLES');
    }
    const three = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, 'x'.repeat(22_000)]));
    assertError(await ask('POST', '/calls', { ...callTo(ana), variables: three }), 400, 'INVALID_VARIABLES');
    assertError(await ask('POST', '/calls', { ...callTo(ana), variables: { a: 1 } }), 400, 'INVALID_JSON_BODY');
    assertError(await ask('POST', '/calls', { ...callTo(ana), variables: [] }), 400, 'INVALID_JSON_BODY');
  });
});

suite('/calls/{id}', () => {
  test('goes through its states, each with its time', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const [{ id }] = (await ask('POST', '/calls', callTo(ana))).body.calls;
    const read = async () => (await ask('GET', `/calls/${id}`)).body;
    clock.advance(200);
    const ringing = await read();
    assert.deepEqual([ringing.status, Date.parse(ringing.tm_ringing)], ['ringing', clock.now()]);
    clock.advance(3000);
    sandbox.phone.answer(id);
    const talking = await read();
    assert.deepEqual([talking.status, Date.parse(talking.tm_progressing)], ['progressing', clock.now()]);
    assert.deepEqual([talking.action.type, Date.parse(talking.action.tm_execute)], ['talk', clock.now()]);
    clock.advance(60_000);
    const over = await read();
    assert.deepEqual([over.status, over.hangup_by, over.hangup_reason], ['hangup', 'local', 'normal']);
    assert.ok(isLater(over.tm_hangup, over.tm_progressing));
  });

  test('hung up while it talks terminates and is then over', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const [{ id, activeflow_id }] = (await ask('POST', '/calls', callTo(ana))).body.calls;
    clock.advance(1000);
    sandbox.phone.answer(id);
    const answer = await ask('POST', `/calls/${id}/hangup`);
    assert.deepEqual([answer.status, answer.body.status], [200, 'terminating']);
    clock.advance(0);
    const over = (await ask('GET', `/calls/${id}`)).body;
    assert.deepEqual([over.status, over.hangup_by, over.hangup_reason], ['hangup', 'local', 'normal']);
    assert.equal((await ask('GET', `/activeflows/${activeflow_id}`)).body.status, 'ended');
    const again = await ask('POST', `/calls/${id}/hangup`);
    assert.deepEqual([again.status, again.body], [200, over]);
  });

  test('hung up before it is answered is cancelled', async () => {
    for (const wait of [0, 1000]) {
      const { ask, clock } = openSandbox();
      const [{ id, activeflow_id }] = (await ask('POST', '/calls', callTo(ana))).body.calls;
      clock.advance(wait);
      assert.equal((await ask('POST', `/calls/${id}/hangup`)).body.status, 'canceling');
      clock.advance(0);
      const { body } = await ask('GET', `/calls/${id}`);
      assert.deepEqual([body.status, body.hangup_by, body.hangup_reason], ['hangup', 'local', 'cancel']);
      const activeflow = (await ask('GET', `/activeflows/${activeflow_id}`)).body;
      assert.deepEqual([activeflow.status, pathOf(activeflow)], ['ended', '']);
    }
  });

  test('that is deleted is hung up and gone', async () => {
    const { ask, sandbox, clock } = openSandbox();
    const [{ id }] = (await ask('POST', '/calls', callTo(ana))).body.calls;
    clock.advance(1000);
    const gone = await ask('DELETE', `/calls/${id}`);
    assert.deepEqual([gone.status, gone.body.status, typeof gone.body.tm_delete], [200, 'hangup', 'string']);
    assert.deepEqual(sandbox.phone.legs, []);
    assertError(await ask('GET', `/calls/${id}`), 409, 'STATE_INVALID');
    assertError(await ask('POST', `/calls/${id}/hangup`), 409, 'STATE_INVALID');
    assertError(await ask('DELETE', `/calls/${id}`), 409, 'STATE_INVALID');
    assert.deepEqual((await ask('GET', '/calls')).body.result, []);
  });

  test('that does not exist is not found', async () => {
    const { ask } = openSandbox();
    assertError(await ask('GET', `/calls/${NOWHERE}`), 404, 'CALL_NOT_FOUND');
    assertError(await ask('DELETE', `/calls/${NOWHERE}`), 404, 'CALL_NOT_FOUND');
    assertError(await ask('POST', '/calls/last/hangup'), 400, 'INVALID_ID');
  });
});
