import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles } from '../../../support/findings';

const only = ['unit-suspicious'];
const found = (type: string, option: unknown) => findingsIn(JSON.stringify([{ type, option }]), { only });

suite('unit-suspicious', () => {
  test('stands on the number and tells what it means as it stands', () => {
    checkFindings(
      `
[{ "type": "sleep", "option": {
      "duration": 5 } }]
//                ^ unit-suspicious: \`duration\` of \`sleep\` is in milliseconds: 5 is too short to notice. If you mean 5 s, write 5000.`,
      { only },
    );
    checkFindings(
      `
[{ "type": "recording_start", "option": { "format": "wav",
      "duration": 30000 } }]
//                ^^^^^ unit-suspicious: is in seconds: 30000 is 8 h 20 min. If you mean 30 000 ms, write 30.`,
      { only },
    );
  });

  test('a short pause can be meant, a short wait for keys or an echo of less than a second cannot', () => {
    assert.deepEqual(found('sleep', { duration: 300 }), []);
    assert.deepEqual(found('sleep', { duration: 99 }), ['unit-suspicious on 99']);
    assert.deepEqual(found('digits_receive', { duration: 300 }), ['unit-suspicious on 300']);
    assert.deepEqual(found('digits_receive', { duration: 1000 }), []);
    assert.deepEqual(found('echo', { duration: 180 }), ['unit-suspicious on 180']);
    assert.deepEqual(found('stream_echo', { duration: 60 }), ['unit-suspicious on 60']);
  });

  test('hours of recording can be meant, whole thousands and more than a day cannot', () => {
    for (const duration of [0, 60, 1800, 3600, 7200, 14_400])
      assert.deepEqual(found('recording_start', { duration }), []);
    assert.deepEqual(found('recording_start', { duration: 60_000 }), ['unit-suspicious on 60000']);
    assert.deepEqual(found('recording_start', { end_of_silence: 3000 }), ['unit-suspicious on 3000']);
    assert.deepEqual(found('recording_start', { duration: 90_500 }), ['unit-suspicious on 90500']);
  });

  test('no time, negative times, bounded times and times that nothing reads are no matter of units', () => {
    assert.deepEqual(found('sleep', { duration: 0 }), []);
    assert.deepEqual(found('sleep', { duration: -5 }), []);
    assert.deepEqual(found('digits_send', { digits: '1', duration: 50, interval: 5 }), []);
    assert.deepEqual(found('ai_talk', { duration: 60_000 }), []);
    assert.deepEqual(found('condition_datetime', { hour: 9 }), []);
    assert.deepEqual(found('sleep', { duration: '5' }), []);
  });

  test('multiplies or divides by a thousand', () => {
    checkFix(
      '[{"type":"sleep","option":{"duration": 5 /* short */}}]',
      'unit-suspicious',
      '[{"type":"sleep","option":{"duration": 5000 /* short */}}]',
      'Change to 5000 (5 s)',
      { jsonc: true },
    );
    assert.deepEqual(fixTitles('[{"type":"recording_start","option":{"duration":90000}}]', 'unit-suspicious'), [
      'Change to 90 (1 min 30 s)',
    ]);
  });

  test('a fraction is a matter of its type alone', () => {
    const text = '[{"type":"sleep","option":{"duration":5.5}}]';
    assert.deepEqual(findingsIn(text, { only: ['unit-suspicious', 'option-type'] }), ['option-type on 5.5']);
  });
});
