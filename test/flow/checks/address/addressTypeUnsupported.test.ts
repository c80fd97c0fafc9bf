import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['address-type-unsupported', 'option-value', 'option-required', 'option-type'];
const to = (...destinations: unknown[]) => [{ type: 'connect', option: { destinations } }];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });
const titles = (address: unknown) => fixTitles(JSON.stringify(to(address)), 'address-type-unsupported');

suite('address-type-unsupported', () => {
  test('stands on the type, alone, and offers what can be dialled', () => {
    checkFindings(
      `
[{ "type": "connect", "option": { "destinations": [{
      "type": "phone", "target": "+15550100002" }] } }]
//            ^^^^^^^ address-type-unsupported: "phone" is not an address type: VoIPbin cannot reach it and skips it. Choose "tel", "sip", "extension" or "agent".`,
      { only },
    );
  });

  test('stands on the address where there is no type', () => {
    assert.deepEqual(found(to({ target: '+15550100002' })), ['address-type-unsupported on {']);
    assert.deepEqual(found(to({ type: '', target: 'x' })), ['address-type-unsupported on ""']);
    assert.deepEqual(found(to({ type: null, target: 'x' })), ['address-type-unsupported on null']);
    const source = [{ type: 'call', option: { source: { target: '+15550100001' }, destinations: ['x'], flow_id: A } }];
    assert.deepEqual(findingsIn(JSON.stringify(source), { only: ['address-type-unsupported'] }), [
      'address-type-unsupported on "source"',
    ]);
  });

  test('known types and variables are fine', () => {
    for (const type of ['tel', 'sip', 'extension', 'agent', 'conference', 'web_session', '${kind}'])
      assert.deepEqual(found(to({ type, target: 'x' })), [], type);
  });

  test('another JSON type, and a value that is still to be typed, are other matters', () => {
    assert.deepEqual(found(to({ type: 5 })), ['option-type on 5']);
    assert.deepEqual(findingsIn('[{"type":"connect","option":{"destinations":[{"type": }]}}]', { only }), []);
  });

  test('upper and lower case matter', () => {
    assert.deepEqual(found(to({ type: 'TEL', target: '+15550100002' })), ['address-type-unsupported on "TEL"']);
  });

  test('messages and e-mails have one type each', () => {
    const send = (type: string, address: string) => [{ type, option: { destinations: [{ type: address }] } }];
    const message = (document: unknown) =>
      listFindings(JSON.stringify(document), { only: ['address-type-unsupported'] })[0]?.message ?? '';
    assert.match(
      message(send('message_send', 'sip')),
      /`message_send` reaches `tel` addresses only and sends nothing to "sip"/,
    );
    assert.match(message(send('email_send', 'tel')), /`email_send` reaches `email` addresses only/);
    assert.equal(message(send('message_send', 'tel')), '');
    assert.equal(message(send('email_send', 'email')), '');
  });

  test('looks at the body of a request too', () => {
    assert.deepEqual(findingsIn('{"destinations":[{"type":"endpoint","target":"2001"}]}', { only }), [
      'address-type-unsupported on "endpoint"',
    ]);
  });

  test('offers first what the target looks like', () => {
    assert.deepEqual(titles({ type: 'phone', target: '+1 555 010 0002' })[0], 'Change to "tel"');
    assert.deepEqual(titles({ type: 'endpoint', target: 'test@example.com' }), [
      'Change to "sip"',
      'Change to "tel"',
      'Change to "extension"',
      'Change to "agent"',
    ]);
    assert.deepEqual(titles({ type: 'user', target: A })[0], 'Change to "agent"');
    assert.deepEqual(titles({ type: 'user', target: '2001' })[0], 'Change to "extension"');
    assert.deepEqual(titles({ type: 'user', target_name: '2001' })[0], 'Change to "extension"');
    assert.deepEqual(titles({ type: 'spi', target: 'somewhere' })[0], 'Change to "sip"');
    assert.deepEqual(titles({ target: '+15550100002' })[0], 'Add the type "tel"');
  });

  test('changes the type or adds one', () => {
    checkFix(
      '[{"type":"connect","option":{"destinations":[{"type":"phone","target":"+15550100002"}]}}]',
      'address-type-unsupported',
      '[{"type":"connect","option":{"destinations":[{"type":"tel","target":"+15550100002"}]}}]',
    );
    checkFix(
      '[{"type":"email_send","option":{"destinations":[{ "target": "a@example.com" }]}}]',
      'address-type-unsupported',
      '[{"type":"email_send","option":{"destinations":[{ "target": "a@example.com", "type": "email" }]}}]',
    );
  });
});
