import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { PhoneEvent } from '../../../client/phone/phoneModel';
import type { LegView } from '../../../client/phone/phoneProtocol';
import { readToPage } from '../../../client/phone/phoneProtocol';
import { phoneView } from '../../../client/phone/phoneView';
import { after, ana, anasLeg, key, legEvent, said, shop, waits, workshop, workshopLeg } from './phones';

const calling = [legEvent(anasLeg, 'ringing', 0), legEvent(anasLeg, 'talking', 1000)];
const view = (now: number, ...events: PhoneEvent[]) => phoneView(after(...events), () => now);
function first(now: number, ...events: PhoneEvent[]): LegView {
  const [leg] = view(now, ...events).legs;
  assert.ok(leg);
  return leg;
}

suite('phoneView', () => {
  test('lists numbers in the order in which all questions list them', () => {
    const number = (text: string) => ({ number: text, name: '', callFlow: undefined, messageFlow: undefined });
    const { dial } = phoneView(after({ type: 'numbers', numbers: [number('+899'), number('+155')] }), () => 0);
    assert.deepEqual(
      dial.numbers.map((entry) => entry.number),
      ['+155', '+899'],
    );
  });

  test('a phone without calls', () => {
    assert.deepEqual(
      phoneView(after(), () => 0),
      { dial: { isShown: true, numbers: [] }, legs: [], speed: 'real' },
    );
  });

  test('says whose phone it is and who calls whom', () => {
    const { title, address, route } = first(0, legEvent(anasLeg, 'ringing'));
    assert.deepEqual(
      { title, address, route },
      { title: 'Ana', address: '+15550101011', route: 'Called by Harbour Bikes (+15550101000)' },
    );
    const nameless = first(0, legEvent({ ...anasLeg, to: { name: '', address: '2001' } }, 'ringing'));
    assert.deepEqual([nameless.title, nameless.address], ['2001', '']);
    const caller = first(0, legEvent({ ...anasLeg, person: 'calling', from: ana, to: shop }, 'ringing'));
    assert.deepEqual([caller.title, caller.route], ['Ana', 'Calls Harbour Bikes (+15550101000)']);
  });

  test('says which file runs, and when the time for keys ran out', () => {
    const events: PhoneEvent[] = [...calling, { type: 'runs', leg: 'a', file: 'menu.flow.json' }];
    assert.equal(first(0, ...events).file, 'menu.flow.json');
    assert.equal(first(0, ...calling).file, '');
    const texts = (...more: PhoneEvent[]) => first(0, ...events, waits('digits', 2000, 8000), ...more).lines;
    assert.equal(texts(said('x', 8000))[0]?.text, 'The time is up. You pressed no key.');
    assert.equal(texts(key('4', 3000), key('2', 3100), said('x', 8000))[1]?.text, 'The time is up. Keys so far: 4 2');
  });

  test('the clock counts the ringing, then the call, and stands when it is over', () => {
    assert.deepEqual(first(800, legEvent(anasLeg, 'ringing', 0)).clock, { elapsed: 800, runs: true });
    assert.deepEqual(first(4000, ...calling).clock, { elapsed: 3000, runs: true });
    assert.deepEqual(first(9000, ...calling, legEvent(anasLeg, 'over', 5000)).clock, { elapsed: 4000, runs: false });
    assert.deepEqual(first(4000, ...calling, { type: 'speed', speed: 'fast' }).clock, { elapsed: 3000, runs: false });
  });

  test('the transcript has times of the call', () => {
    const urls = ['https://media.example.com/sounds/hold.wav?x=1', 'tone'];
    const { lines } = first(
      99_000,
      ...calling,
      said('<speak>Hello<break/></speak>', 1000, { duration: 500 }),
      key('1', 11_000),
      key('2', 11_500),
      { type: 'played', leg: 'a', urls, at: 62_000 },
      waits('sleep', 66_000, 70_000),
    );
    assert.deepEqual(
      lines.map(({ time, kind, text, detail }) => ({ time, kind, text, ...(detail ? { detail } : {}) })),
      [
        { time: '0:00', kind: 'said', text: 'Hello' },
        { time: '0:10', kind: 'keys', text: '1 2' },
        { time: '1:01', kind: 'played', text: 'hold.wav, tone', detail: urls.join('\n') },
        { time: '1:05', kind: 'note', text: 'Silence' },
      ],
    );
  });

  test('a text silently is silence', () => {
    assert.equal(first(0, ...calling, said('<speak></speak>', 1000)).lines[0]?.text, 'Silence');
  });

  test('of a long transcript the last 200 lines are shown', () => {
    const texts = Array.from({ length: 250 }, (_, position) =>
      said(`Text ${position}`, 1000 + position, { duration: 1 }),
    );
    const { lines, omitted } = first(0, ...calling, ...texts);
    assert.deepEqual([lines.length, omitted, lines[0]?.text], [200, 50, 'Text 50']);
  });

  test('what is being said and waited for is followed from where it is', () => {
    const saying = [...calling, said('Hello', 1000, { duration: 4000 }), waits('talk', 1000, 5000)];
    assert.deepEqual(first(2000, ...saying).speaking, { line: 1, course: { id: 1000, elapsed: 1000, duration: 4000 } });
    assert.equal(first(2000, ...saying).now, 'Speaking');
    const waiting = first(7000, ...saying, waits('digits', 5000, 11_000));
    assert.deepEqual(waiting.nowCourse, { id: 5000, elapsed: 2000, duration: 6000 });
    assert.deepEqual([waiting.now, waiting.wantsKeys, waiting.canPress], ['Waiting for keys', true, true]);
  });

  test('where time runs fast there is nothing to follow', () => {
    const fast = first(2000, ...calling, said('Hello', 1000, { duration: 4000 }), { type: 'speed', speed: 'fast' });
    assert.deepEqual(fast.speaking, { line: 1, course: undefined });
  });

  test('what is dialled stands behind the leg that dials it', () => {
    const van = { ...workshopLeg, id: 'v', to: { name: 'Van', address: '+15550101002' } };
    const other = { ...anasLeg, id: 'b' };
    const events = [...calling, legEvent(other, 'ringing'), legEvent(workshopLeg, 'ringing'), legEvent(van, 'ringing')];
    const { legs } = view(0, ...events, waits('callee', 2000));
    assert.deepEqual(
      legs.map(({ id, depth }) => `${id} ${depth}`),
      ['a 0', 'w 1', 'v 1', 'b 0'],
    );
    assert.equal(legs[0]?.now, 'Ringing Workshop, Van');
  });

  test('legs that dial each other, or themselves, are all there', () => {
    const { legs } = view(0, legEvent({ ...workshopLeg, dialledBy: 'w' }, 'ringing'), legEvent(anasLeg, 'ringing'));
    assert.deepEqual(legs.map(({ id }) => id).sort(), ['a', 'w']);
    const around = view(
      0,
      legEvent({ ...anasLeg, dialledBy: 'w' }, 'ringing'),
      legEvent({ ...workshopLeg, dialledBy: 'a' }, 'ringing'),
    );
    assert.deepEqual(around.legs.map(({ id }) => id).sort(), ['a', 'w']);
  });

  test('who talks with each other is told on both phones', () => {
    const { legs } = view(
      0,
      ...calling,
      legEvent({ ...workshopLeg, to: workshop }, 'ringing', 2000),
      legEvent(workshopLeg, 'talking', 3000),
      waits('bridge', 3000),
    );
    assert.deepEqual(
      legs.map(({ now }) => now),
      ['Connected with Workshop', 'Connected with Ana (+15550101011)'],
    );
    assert.deepEqual(
      legs[0]?.lines.map(({ text }) => text),
      ['Connected with Workshop'],
    );
    const { canPress, keypadNote } = legs[1] ?? {};
    assert.deepEqual(
      { canPress, keypadNote },
      { canPress: false, keypadNote: 'Keys do nothing on this phone: it runs no flow.' },
    );
  });

  test('buttons say what pressing them comes to', () => {
    const [answer] = first(0, legEvent(anasLeg, 'ringing')).actions;
    assert.deepEqual(answer, { action: 'answer', label: 'Answer', effect: 'Picks up.' });
  });

  test('every view passes the check of the page', () => {
    for (const events of [
      [],
      [legEvent(anasLeg, 'ringing')],
      [...calling, said('Hello', 1000), key('1', 1100), waits('digits', 1200, 3000)],
      [...calling, legEvent(workshopLeg, 'ringing', 2000), legEvent(anasLeg, 'over', 3000)],
    ]) {
      const phone = view(5000, ...events);
      // Messages lose what is undefined on their way.
      const message = JSON.parse(JSON.stringify({ type: 'show', phone, announce: [] }));
      assert.deepEqual(readToPage(message), message);
    }
  });
});
