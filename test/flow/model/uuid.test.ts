import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { canonicalUuid } from '../../../flow/model/uuid';

const plain = '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9';
const digits = plain.replaceAll('-', '');

suite('canonicalUuid', () => {
  test('reads every spelling that the engine reads', () => {
    for (const text of [
      plain,
      plain.toUpperCase(),
      digits,
      digits.toUpperCase(),
      `{${plain}}`,
      `{${digits}}`,
      `urn:uuid:${plain}`,
      `urn:uuid:${digits.toUpperCase()}`,
    ]) {
      assert.equal(canonicalUuid(text), plain, text);
    }
  });

  test('does not look at version and variant', () => {
    assert.equal(canonicalUuid('00000000-0000-0000-0000-000000000001'), '00000000-0000-0000-0000-000000000001');
  });

  test('reads nothing else', () => {
    for (const text of [
      '',
      'menu',
      plain.slice(1),
      `${plain}0`,
      ` ${plain}`,
      `{${plain}`,
      `(${plain})`,
      `uuid:${plain}`,
      `urn:guid:${plain}`,
      `URN:UUID:${plain}`,
      `urn:uuid:{${digits}}`,
      plain.replace('0a', 'g0'),
      plain.replace('-4e5f-', '4-e5f-'),
      digits.replace('0a', 'x0'),
      `{${digits.slice(2)}xx}`,
    ]) {
      assert.equal(canonicalUuid(text), undefined, text);
    }
  });
});
