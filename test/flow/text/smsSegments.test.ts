import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { countSegments, describeSegments } from '../../../flow/text/smsSegments';
import { sharedText } from '../../support/shared';

const counted = (text: string) => {
  const { encoding, characters, segments } = countSegments(text);
  return `${encoding} ${characters} in ${segments}`;
};

suite('segments of a text message', () => {
  test('of GSM-7 have 160 characters, of several 153 each', () => {
    assert.equal(counted(''), 'GSM-7 0 in 1');
    assert.equal(counted('a'.repeat(160)), 'GSM-7 160 in 1');
    assert.equal(counted('a'.repeat(161)), 'GSM-7 161 in 2');
    assert.equal(counted('a'.repeat(306)), 'GSM-7 306 in 2');
    assert.equal(counted('a'.repeat(307)), 'GSM-7 307 in 3');
  });

  test('some letters of GSM-7 take two places, and are not cut in half', () => {
    assert.equal(counted('€'.repeat(80)), 'GSM-7 160 in 1');
    assert.equal(counted('[]{}\\~^|'), 'GSM-7 16 in 1');
    assert.equal(counted(`${'a'.repeat(152)}€${'a'.repeat(152)}`), 'GSM-7 306 in 3');
  });

  test('one character outside of it makes the whole message UCS-2: 70, of several 67 each', () => {
    assert.equal(counted(`–${'a'.repeat(69)}`), 'UCS-2 70 in 1');
    assert.equal(counted(`–${'a'.repeat(70)}`), 'UCS-2 71 in 2');
    assert.equal(counted('好'.repeat(134)), 'UCS-2 134 in 2');
    assert.equal(counted('\u{1f600}'.repeat(35)), 'UCS-2 70 in 1');
    assert.equal(counted(`${'\u{1f600}'.repeat(67)}`), 'UCS-2 134 in 3');
    assert.equal(countSegments('Grüße, Ñ').because, undefined);
    assert.equal(countSegments('a – b “c”').because, '–');
  });

  test('in words, with variables as what is there at least', () => {
    assert.equal(describeSegments('a'), '1 character, 1 segment (GSM-7)');
    assert.equal(describeSegments(`${'a'.repeat(1600)}`), '1600 characters, 11 segments (GSM-7)');
    assert.equal(describeSegments('Hi ${name} –'), 'at least 5 characters, 1 segment (UCS-2 because of –)');
  });

  const shared = sharedText('cases/sms-segments.flow.json');
  if (shared !== undefined) {
    test('a dash makes three segments of a message that would be two', () => {
      const [{ option }] = (JSON.parse(shared) as { actions: [{ option: { text: string } }] }).actions;
      assert.equal(countSegments(option.text).segments, 3);
      assert.equal(countSegments(option.text.replace('–', '-')).segments, 2);
    });
  }
});
