import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { describeParty, describeState, describeWait, partyName } from '../../../client/phone/phoneText';
import { elapsed } from '../../../client/run/elapsed';
import { anasLeg } from './phones';

const over = (by: 'person' | 'flow' | 'voipbin', reason: string) =>
  describeState({ ...anasLeg, state: 'over', end: { by, reason } });

suite('phoneText', () => {
  test('a party is named by name and address, each once', () => {
    assert.equal(describeParty({ name: 'Workshop', address: '+15550101001' }), 'Workshop (+15550101001)');
    assert.equal(describeParty({ name: '+15550101001', address: '+15550101001' }), '+15550101001');
    assert.equal(describeParty({ name: '', address: '2001' }), '2001');
    assert.equal(describeParty({ name: '', address: '' }), 'unknown');
    assert.equal(partyName({ name: '', address: '2001' }), '2001');
    assert.equal(partyName({ name: '', address: '' }), 'Unknown');
  });

  test('a state is told from where the person stands', () => {
    assert.equal(describeState({ ...anasLeg, state: 'calling' }), 'Calling');
    assert.equal(describeState({ ...anasLeg, state: 'ringing' }), 'Ringing');
    assert.equal(describeState({ ...anasLeg, state: 'talking' }), 'In call');
    assert.equal(describeState({ ...anasLeg, state: 'over' }), 'Over');
  });

  test('an end says who and why', () => {
    assert.equal(over('person', 'normal'), 'You hung up');
    assert.equal(over('voipbin', 'normal'), 'VoIPbin hung up');
    assert.equal(over('flow', 'normal'), 'The flow hung up');
    assert.equal(over('person', 'cancel'), 'You hung up before an answer');
    assert.equal(over('voipbin', 'cancel'), 'VoIPbin stopped calling');
    assert.equal(over('person', 'busy'), 'You were busy');
    assert.equal(over('person', 'noanswer'), 'You did not answer');
    assert.equal(over('voipbin', 'amd'), 'VoIPbin hung up on an answering machine');
    assert.equal(over('voipbin', 'moonshine'), 'VoIPbin says "moonshine"');
  });

  test('what is waited for names who is waited for', () => {
    assert.equal(describeWait('callee'), 'Ringing other parties');
    assert.equal(describeWait('callee', ['Workshop', 'Van']), 'Ringing Workshop, Van');
    assert.equal(describeWait('bridge', ['Workshop']), 'Connected with Workshop');
    assert.equal(describeWait('sleep', ['Workshop']), 'Silence');
  });

  test('times are those of a clock', () => {
    assert.deepEqual([0, 999, 61_000, 3_600_000, 3_723_000, -5].map(elapsed), [
      '0:00',
      '0:00',
      '1:01',
      '1:00:00',
      '1:02:03',
      '0:00',
    ]);
  });
});
