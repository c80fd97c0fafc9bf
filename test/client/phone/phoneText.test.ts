import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { partyName, sayParty, sayState, sayTime, sayWait } from '../../../client/phone/phoneText';
import { anasLeg } from './phones';

const over = (by: 'person' | 'voipbin', reason: string) => sayState({ ...anasLeg, state: 'over', end: { by, reason } });

suite('phoneText', () => {
  test('a party is named by name and address, each once', () => {
    assert.equal(sayParty({ name: 'Workshop', address: '+15550101001' }), 'Workshop (+15550101001)');
    assert.equal(sayParty({ name: '+15550101001', address: '+15550101001' }), '+15550101001');
    assert.equal(sayParty({ name: '', address: '2001' }), '2001');
    assert.equal(sayParty({ name: '', address: '' }), 'nobody');
    assert.equal(partyName({ name: '', address: '2001' }), '2001');
    assert.equal(partyName({ name: '', address: '' }), 'Unknown');
  });

  test('a state is told from where the person stands', () => {
    assert.equal(sayState({ ...anasLeg, state: 'calling' }), 'Calling');
    assert.equal(sayState({ ...anasLeg, state: 'ringing' }), 'Ringing');
    assert.equal(sayState({ ...anasLeg, state: 'talking' }), 'In call');
    assert.equal(sayState({ ...anasLeg, state: 'over' }), 'Over');
  });

  test('an end says who and why', () => {
    assert.equal(over('person', 'normal'), 'You hung up');
    assert.equal(over('voipbin', 'normal'), 'VoIPbin hung up');
    assert.equal(over('voipbin', 'cancel'), 'VoIPbin stopped calling');
    assert.equal(over('person', 'busy'), 'Busy');
    assert.equal(over('person', 'noanswer'), 'Nobody answered');
    assert.equal(over('voipbin', 'amd'), 'An answering machine picked up');
    assert.equal(over('voipbin', 'moonshine'), 'VoIPbin says "moonshine"');
  });

  test('what is waited for names who is waited for', () => {
    assert.equal(sayWait('callee'), 'Ringing others');
    assert.equal(sayWait('callee', ['Workshop', 'Van']), 'Ringing Workshop, Van');
    assert.equal(sayWait('bridge', ['Workshop']), 'Connected with Workshop');
    assert.equal(sayWait('sleep', ['Workshop']), 'Silence');
  });

  test('times are those of a clock', () => {
    assert.deepEqual([0, 999, 61_000, 3_600_000, 3_723_000, -5].map(sayTime), [
      '0:00',
      '0:00',
      '1:01',
      '1:00:00',
      '1:02:03',
      '0:00',
    ]);
  });
});
