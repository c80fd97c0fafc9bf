import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { addresses, addressFields, addressTypes, findAddressType } from '../../../flow/catalog/address';
import { declareFields } from '../../../flow/catalog/declare';

const matches = (type: string, target: string) => findAddressType(type)?.pattern?.test(target);

suite('catalog: addresses', () => {
  test('a call can dial four types and use two as its caller id', () => {
    const names = (of: typeof addressTypes) => of.map((item) => item.type);
    assert.deepEqual(names(addressTypes.filter((addressType) => addressType.dialable)), [
      'tel',
      'sip',
      'extension',
      'agent',
    ]);
    assert.deepEqual(names(addressTypes.filter((addressType) => addressType.source)), ['tel', 'sip']);
  });

  test('what to write and what to use instead are whole sentences: messages end with them', () => {
    for (const { targetDoc, instead = 'It.' } of addressTypes) {
      assert.match(targetDoc, /^Write the .*\.$/);
      assert.match(instead, /\bit(s)?\b.*\.$/i);
    }
  });

  test('an extension is reached by its name, everything else by its target', () => {
    assert.deepEqual(
      addressTypes.filter((addressType) => addressType.uses === 'target_name').map((addressType) => addressType.type),
      ['extension'],
    );
  });

  test('a telephone number has a plus sign and 7 to 15 digits', () => {
    for (const good of ['+1555010', '+155501000011234']) assert.equal(matches('tel', good), true, good);
    for (const bad of ['15550100001', '+1 555 0100001', '+155501', '+1555010000112345', '+1(555)0100001', ''])
      assert.equal(matches('tel', bad), false, bad);
  });

  test('a SIP address has no scheme', () => {
    assert.equal(matches('sip', 'desk@sip.example.com'), true);
    assert.equal(matches('sip', 'desk@sip.example.com:5070'), true);
    for (const bad of ['sip:desk@sip.example.com', 'SIPS:desk@sip.example.com', 'desk', 'a@b@c'])
      assert.equal(matches('sip', bad), false, bad);
  });

  test('a mailbox has one at sign and no blanks', () => {
    assert.equal(matches('email', 'desk@example.com'), true);
    for (const bad of ['desk', 'desk@', 'the desk@example.com', 'Desk <desk@example.com>'])
      assert.equal(matches('email', bad), false, bad);
  });

  test('every example fits its own type', () => {
    for (const { type, pattern, format, example } of addressTypes) {
      if (pattern) assert.match(example, pattern, type);
      if (format === 'uuid') assert.match(example, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, type);
    }
  });

  test('a name is looked up as it is written', () => {
    assert.equal(findAddressType('tel')?.type, 'tel');
    assert.equal(findAddressType('Tel'), undefined);
    assert.equal(findAddressType(''), undefined);
  });

  test('the values of `type` are the known types', () => {
    const [type] = declareFields(addressFields);
    assert.deepEqual(
      Object.keys(type?.values ?? {}),
      addressTypes.map((addressType) => addressType.type),
    );
  });

  test('an array of addresses says so, and so do its items', () => {
    const [field] = declareFields({ destinations: addresses({ doc: 'Who is called.' }) });
    assert.equal(field?.holds, 'address');
    assert.equal(field?.item?.holds, 'address');
    assert.deepEqual(
      field?.item?.fields?.map((other) => other.name),
      ['type', 'target', 'target_name', 'name', 'detail'],
    );
  });
});
