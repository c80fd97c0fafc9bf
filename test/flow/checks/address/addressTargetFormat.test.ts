import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';
import { A } from '../../../support/ids';

const only = ['address-target-format'];
const to = (...destinations: unknown[]) => [{ type: 'connect', option: { destinations } }];
const found = (document: unknown) => findingsIn(JSON.stringify(document), { only });
const isFine = (address: unknown) => assert.deepEqual(found(to(address)), []);
const isWrong = (type: string, target: string) =>
  assert.deepEqual(found(to({ type, target })), [`address-target-format on "${target}"`]);
const fixed = (before: unknown, after: unknown) =>
  checkFix(JSON.stringify(to(before)), 'address-target-format', JSON.stringify(to(after)));
const titles = (address: unknown) => fixTitles(JSON.stringify(to(address)), 'address-target-format');

suite('address-target-format', () => {
  test('stands on the value and tells the form', () => {
    checkFindings(
      `
[{ "type": "connect", "option": { "destinations": [{ "type": "tel",
      "target": "0155 010 0002" }] } }]
//              ^^^^^^^^^^^^^^^ address-target-format: "0155 010 0002" cannot be reached as \`tel\`. Write the number in E.164 form`,
      { only },
    );
  });

  test('telephone numbers have a plus sign and 7 to 15 digits', () => {
    for (const target of ['+1555010', '+155501000021234']) isFine({ type: 'tel', target });
    for (const target of [
      '+155501',
      '+1555010000212345',
      '15550100002',
      '+1 555 0100002',
      '+1555 call',
      '+1555****002',
    ])
      isWrong('tel', target);
  });

  test('no country code begins with 0', () => {
    isWrong('tel', '+0455501000');
    assert.deepEqual(titles({ type: 'tel', target: '+0455501000' }), []);
    fixed({ type: 'tel', target: '+00441632960001' }, { type: 'tel', target: '+441632960001' });
  });

  test('SIP addresses are user and domain, agents are UUIDs', () => {
    for (const target of ['reception@example.com', 'a@10.0.0.1:5060', 'a@b;transport=tcp'])
      isFine({ type: 'sip', target });
    for (const target of ['sip:a@example.com', 'SIPS:a@example.com', 'reception', 'a b@example.com'])
      isWrong('sip', target);
    isFine({ type: 'agent', target: A.toUpperCase() });
    isWrong('agent', 'Maria');
  });

  test('an extension is dialled by target_name', () => {
    isFine({ type: 'extension', target_name: '2001' });
    isFine({ type: 'extension', target: A, target_name: '2001' });
    isWrong('extension', '2001');
    assert.deepEqual(found(to({ type: 'extension' })), ['address-target-format on {']);
    const [finding] = listFindings(JSON.stringify(to({ type: 'extension', target: '2001' })), { only });
    assert.match(finding?.message ?? '', /has no `target_name`, so the call reaches no phone\. .*ignores `target`/);
  });

  test('e-mails go to e-mail addresses', () => {
    const mail = (target: string) => [{ type: 'email_send', option: { destinations: [{ type: 'email', target }] } }];
    assert.deepEqual(found(mail('desk@example.com')), []);
    assert.deepEqual(found(mail('Desk <desk@example.com>')), ['address-target-format on "Desk <desk@example.com>"']);
    assert.deepEqual(found(mail('desk')), ['address-target-format on "desk"']);
  });

  test('no target at all reaches nobody', () => {
    assert.deepEqual(found(to({ type: 'tel' }, { type: 'sip', target: '' }, { type: 'agent', target: null })), [
      'address-target-format on {',
      'address-target-format on ""',
      'address-target-format on null',
    ]);
    assert.deepEqual(
      findingsIn('[{"type":"connect","option":{"destinations":[{"type":"tel","target": }]}}]', { only }),
      [],
    );
  });

  test('variables, other JSON types, and types that nobody dials are other matters', () => {
    isFine({ type: 'tel', target: '${voipbin.call.source.target}' });
    isFine({ type: 'tel', target: '+1${number}' });
    isFine({ type: 'tel', target: 15550100002 });
    isFine({ type: 'conference', target: 'x' });
    isFine({ type: 'phone', target: 'x' });
    assert.deepEqual(found([{ type: 'message_send', option: { destinations: [{ type: 'sip', target: 'x' }] } }]), []);
  });

  test('sources are judged where they are used', () => {
    const from = (source: unknown) => found([{ type: 'connect', option: { source, destinations: [] } }]);
    assert.deepEqual(from({ type: 'tel', target: '5550100001' }), ['address-target-format on "5550100001"']);
    assert.deepEqual(from({ type: 'extension', target: '2001' }), []);
    assert.deepEqual(from({ type: 'agent', target: 'Maria' }), []);
    assert.deepEqual(found({ source: { type: 'tel', target: '1' }, destinations: [] }), [
      'address-target-format on "1"',
    ]);
  });

  test('writes numbers in E.164 form', () => {
    fixed({ type: 'tel', target: '+1 (555) 010-0002' }, { type: 'tel', target: '+15550100002' });
    fixed({ type: 'tel', target: '0044 20.7946/0018' }, { type: 'tel', target: '+442079460018' });
    fixed({ type: 'tel', target: '+44 (0)20 7946 0018' }, { type: 'tel', target: '+442079460018' });
    fixed({ type: 'tel', target: 'tel:+15550100002' }, { type: 'tel', target: '+15550100002' });
  });

  test('guesses a missing plus sign, and no country', () => {
    fixed({ type: 'tel', target: '1 555 010 0002' }, { type: 'tel', target: '+15550100002' });
    assert.deepEqual(titles({ type: 'tel', target: '5550100' }), []);
    assert.deepEqual(titles({ type: 'tel', target: '0155 0100002' }), []);
    assert.deepEqual(titles({ type: 'tel', target: '+1555****002' }), []);
  });

  test('takes schemes away and moves the number of an extension', () => {
    fixed({ type: 'sip', target: 'sip:a@example.com' }, { type: 'sip', target: 'a@example.com' });
    fixed({ type: 'extension', target: '2001' }, { type: 'extension', target_name: '2001' });
    checkFix(
      '[{"type":"email_send","option":{"destinations":[{"type":"email","target":"mailto:a@example.com"}]}}]',
      'address-target-format',
      '[{"type":"email_send","option":{"destinations":[{"type":"email","target":"a@example.com"}]}}]',
    );
    assert.deepEqual(titles({ type: 'sip', target: 'sip:reception' }), []);
    assert.deepEqual(titles({ type: 'agent', target: 'Maria' }), []);
    assert.deepEqual(titles({ type: 'extension', target: '2001', target_name: '' }), []);
  });
});
