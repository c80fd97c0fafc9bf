import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { phoneKeys } from '../../../client/phone/phoneModel';
import {
  areTelephoneKeys,
  keypad,
  onlyTelephoneKeys,
  pressable,
  telephoneKeys,
} from '../../../flow/catalog/telephoneKeys';
import { listFiles, readText } from '../../support/repository';

suite('telephone keys', () => {
  test('are what the patterns take', () => {
    const typed = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const taken = typed.filter(areTelephoneKeys).sort();
    assert.deepEqual(taken, [...telephoneKeys].sort());
    assert.equal(onlyTelephoneKeys(typed.join('')), taken.join(''));
    assert.deepEqual([areTelephoneKeys(''), pressable.test('')], [false, true]);
  });

  test('of the phone are those of the keypad', () => {
    assert.deepEqual([...phoneKeys].sort(), [...keypad].sort());
  });

  test('are listed nowhere else', () => {
    const sources = listFiles().filter((path) => /^(?:flow|server|client|sandbox|cli)\/.*\.ts$/.test(path));
    const listing = sources.filter((path) => /\[\^?0-9A-D(?:a-d)?\*#[^+]*?\]|0123456789\*#'/.test(readText(path)));
    assert.deepEqual(listing, ['flow/catalog/telephoneKeys.ts']);
  });
});
