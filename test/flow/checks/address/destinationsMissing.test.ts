import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, listFindings } from '../../../support/findings';

const only = ['destinations-missing', 'option-required'];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only: ['destinations-missing'] });

suite('destinations-missing', () => {
  test('stands on the options, alone, and tells what happens', () => {
    checkFindings(
      `
[{ "id": null, "type": "connect",
     "option": {} }]
//   ^^^^^^^^ destinations-missing: \`connect\` has no \`destinations\`. No call can be placed; the flow stops and the call is dropped. Add`,
      { only },
    );
    checkFindings(
      `
[{ "type": "email_send", "option": { "subject": "s", "content": "c",
     "destinations": [] } }]
//   ^^^^^^^^^^^^^^ destinations-missing: \`email_send\` has an empty list of \`destinations\`.`,
      { only },
    );
  });

  test('call, connect, message_send and email_send need some', () => {
    for (const type of ['call', 'connect', 'message_send', 'email_send'])
      assert.deepEqual(found([{ type, option: {} }]), ['destinations-missing on "option"'], type);
    assert.deepEqual(found([{ type: 'connect' }]), ['destinations-missing on {']);
    assert.deepEqual(found([{ type: 'conversation_send', option: {} }]), []);
  });

  test('requests that call need some too', () => {
    assert.deepEqual(found({ source: { type: 'tel' }, actions: [] }), ['destinations-missing on {']);
    assert.deepEqual(found({ provider_id: null, destinations: [] }), ['destinations-missing on "destinations"']);
    assert.deepEqual(found({ name: 'x', actions: [] }), []);
    const [finding] = listFindings('{"ring_method":"linear","actions":[]}', { only });
    assert.match(finding?.message ?? '', /The request has no `destinations`\. No call is placed\./);
  });

  test('null is none; another type is a matter of its own', () => {
    assert.deepEqual(found([{ type: 'connect', option: { destinations: null } }]), ['destinations-missing on null']);
    assert.deepEqual(found([{ type: 'connect', option: { destinations: {} } }]), []);
    assert.deepEqual(found([{ type: 'connect', option: { destinations: ['x'] } }]), []);
  });

  test('what cannot be read, or is written elsewhere, may be some', () => {
    assert.deepEqual(findingsIn('[{"type":"connect","option":{"destinations":[...]}}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"connect","option":{"destinations": }}]', { only }), []);
    assert.deepEqual(findingsIn('[{"type":"connect","option":{ ... }}]', { only }), []);
    assert.deepEqual(found([{ type: 'connect', destinations: [] }]), []);
    assert.deepEqual(found({ type: 'connect' }), []);
  });

  test('adds an address of the type that is needed', () => {
    checkFix(
      '[{"type":"connect","option":{"destinations":[]}}]',
      'destinations-missing',
      '[{"type":"connect","option":{"destinations":[{ "type": "tel", "target": "+15550100002" }]}}]',
    );
    checkFix(
      '[{"type":"email_send","option":{"subject":"s"}}]',
      'destinations-missing',
      '[{"type":"email_send","option":{"subject":"s", "destinations": [{ "type": "email", "target": "desk@example.com" }]}}]',
    );
    checkFix(
      '[{"type":"connect"}]',
      'destinations-missing',
      '[{"type":"connect", "option": { "destinations": [{ "type": "tel", "target": "+15550100002" }] }}]',
    );
    checkFix(
      '{"source":null}',
      'destinations-missing',
      '{"source":null, "destinations": [{ "type": "tel", "target": "+15550100002" }]}',
    );
  });
});
