import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, findingsIn } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['address-not-dialable'];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });
const address = (type: string) => ({ type, target: A });

suite('address-not-dialable', () => {
  test('stands on the type and tells what leads there instead', () => {
    checkFindings(
      `
[{ "type": "connect", "option": { "destinations": [{
      "type": "conference", "target": "${A}" }] } }]
//            ^^^^^^^^^^^^ address-not-dialable: A call cannot dial an address of type \`conference\` and skips it. A caller enters it with \`conference_join\`. Only`,
      { only },
    );
  });

  test('looks at calls of every kind', () => {
    assert.deepEqual(found([{ type: 'call', option: { destinations: [address('ai'), address('line')] } }]), [
      'address-not-dialable on "ai"',
      'address-not-dialable on "line"',
    ]);
    assert.deepEqual(found({ destinations: [address('email')] }), ['address-not-dialable on "email"']);
  });

  test('says nothing of what can be dialled, of unknown types, of sources and of messages', () => {
    for (const type of ['tel', 'sip', 'extension', 'agent', 'phone'])
      assert.deepEqual(found([{ type: 'connect', option: { destinations: [address(type)] } }]), []);
    assert.deepEqual(found([{ type: 'connect', option: { source: address('whatsapp'), destinations: [] } }]), []);
    assert.deepEqual(found([{ type: 'email_send', option: { destinations: [address('email')] } }]), []);
    assert.deepEqual(found([{ type: 'message_send', option: { destinations: [address('line')] } }]), []);
  });
});
