import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { announcements } from '../../../client/phone/announcements';
import { phoneAfter } from '../../../client/phone/phoneAfter';
import { idlePhone, type Phone, type PhoneEvent } from '../../../client/phone/phoneModel';
import { anasLeg, key, legEvent, said, waits, workshopLeg } from './phones';

/** Everything that is announced while these events come in one by one. */
function announced(...events: PhoneEvent[]): string[] {
  let phone: Phone = idlePhone;
  return events.flatMap((event) => {
    const before = phone;
    phone = phoneAfter(phone, event);
    return announcements(before, phone);
  });
}

suite('announcements', () => {
  test('a call from ringing to its end', () => {
    const texts = announced(
      legEvent(anasLeg, 'calling', 0),
      legEvent(anasLeg, 'ringing', 200),
      legEvent(anasLeg, 'talking', 1000),
      said('Press a key.', 1000),
      waits('talk', 1000, 2000),
      waits('digits', 2000, 8000),
      key('1', 3000),
      legEvent(anasLeg, 'over', 9000, { by: 'voipbin', reason: 'normal' }),
    );
    assert.deepEqual(texts, [
      'Ana is ringing. Harbour Bikes (+15550101000) calls.',
      'In call.',
      'Waiting for keys.',
      'VoIPbin hung up.',
    ]);
  });

  test('of several phones, which one it is', () => {
    const texts = announced(
      legEvent(anasLeg, 'talking', 0),
      legEvent(workshopLeg, 'ringing', 1000),
      legEvent(workshopLeg, 'over', 2000, { by: 'person', reason: 'busy' }),
      waits('digits', 2000, 8000),
    );
    assert.deepEqual(texts, [
      'In call.',
      'Workshop is ringing. Ana (+15550101011) calls.',
      'Workshop: You were busy.',
      'Ana: Waiting for keys.',
    ]);
  });

  test('what is only shown otherwise is not announced', () => {
    assert.deepEqual(announced(legEvent(anasLeg, 'calling'), { type: 'select', leg: 'a' }, { type: 'reset' }), []);
    assert.deepEqual(announcements(idlePhone, idlePhone), []);
  });
});
