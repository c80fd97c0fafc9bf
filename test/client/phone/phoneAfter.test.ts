import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { phoneAfter } from '../../../client/phone/phoneAfter';
import { idlePhone, type Line, type Phone, type PhoneLeg } from '../../../client/phone/phoneModel';
import { after, ana, anasLeg, key, legEvent, said, waits, workshopLeg } from './phones';

const calling = [legEvent(anasLeg, 'ringing', 0), legEvent(anasLeg, 'talking', 1000)];
const legOf = ({ legs }: Phone, id = 'a'): PhoneLeg => {
  const leg = legs.find((leg) => leg.id === id);
  assert.ok(leg, `there is a leg ${id}`);
  return leg;
};
const textOf = (line: Line): string => {
  switch (line.kind) {
    case 'said':
      return line.isCut ? `${line.text} (cut)` : line.text;
    case 'played':
      return line.urls.join();
    case 'keys':
      return line.keys;
    case 'timeout':
      return `time is up (${line.keys})`;
    case 'waits':
      return line.for;
  }
};
const lines = (phone: Phone, id?: string) => legOf(phone, id).lines.map(textOf);

suite('phoneAfter: time for keys', () => {
  const waiting = [...calling, waits('digits', 2000, 8000)];

  test('that runs out is a line, with the keys that were pressed', () => {
    assert.deepEqual(lines(after(...waiting, said('Bye', 8000))), ['time is up ()', 'Bye']);
    assert.deepEqual(lines(after(...waiting, key('4', 3000), said('Bye', 8001))), ['4', 'time is up (4)', 'Bye']);
    assert.deepEqual(lines(after(...waiting, waits('digits', 8000, 14_000))), ['time is up ()']);
    assert.deepEqual(lines(after(...waiting, legEvent(anasLeg, 'over', 8000))), ['time is up ()']);
  });

  test('that is not used up is none', () => {
    assert.deepEqual(lines(after(...waiting, key('4', 3000), said('Bye', 3000))), ['4', 'Bye']);
    assert.deepEqual(lines(after(...waiting, legEvent(anasLeg, 'over', 4000))), []);
  });
});

suite('phoneAfter: a text', () => {
  const speaking = [...calling, said('Welcome', 2000, { duration: 3000 })];

  test('that ends a little early by the timer was spoken to its end', () => {
    assert.deepEqual(lines(after(...speaking, said('Bye', 4960))), ['Welcome', 'Bye']);
  });

  test('that something interrupts says so', () => {
    assert.deepEqual(lines(after(...speaking, said('Bye', 4000))), ['Welcome (cut)', 'Bye']);
  });
});

suite('phoneAfter: the order of lines', () => {
  test('is that of their times, whichever is told first', () => {
    const phone = after(...calling, said('Welcome', 2000, { duration: 500 }), key('4', 3400), said('Bye', 3000));
    assert.deepEqual(lines(phone), ['Welcome', 'Bye', '4']);
    const { lines: all, speaking } = legOf(phone);
    assert.equal(new Set(all.map(({ id }) => id)).size, 3);
    assert.equal(all.find(({ id }) => id === speaking)?.at, 3000, 'what is spoken now is marked');
  });

  test('of the same time is that in which they are told', () => {
    assert.deepEqual(lines(after(...calling, key('4', 3000), said('Bye', 3000))), ['4', 'Bye']);
  });
});

suite('phoneAfter: the file', () => {
  test('is that of the call whose flow runs, and told once', () => {
    const phone = after(...calling, { type: 'runs', leg: 'a', file: 'menu.flow.json' });
    assert.equal(legOf(phone).file, 'menu.flow.json');
    assert.equal(phoneAfter(phone, { type: 'runs', leg: 'a', file: 'menu.flow.json' }), phone);
    assert.equal(phoneAfter(phone, { type: 'runs', leg: 'nobody', file: 'x' }), phone);
    assert.equal(legOf(phoneAfter(phone, legEvent(anasLeg, 'over', 9000))).file, 'menu.flow.json');
  });
});

suite('phoneAfter: legs', () => {
  test('a leg is there from its first event, and shown', () => {
    const phone = after(legEvent(anasLeg, 'calling', 5));
    assert.equal(phone.selected, 'a');
    const { state, beganAt, answeredAt } = legOf(phone);
    assert.deepEqual({ state, beganAt, answeredAt }, { state: 'calling', beganAt: 5, answeredAt: undefined });
  });

  test('the time of the answer is that of the first word that it is answered', () => {
    const phone = after(...calling, legEvent(anasLeg, 'talking', 9000));
    assert.equal(legOf(phone).answeredAt, 1000);
  });

  test('a leg that is answered when it appears counts from then', () => {
    assert.equal(legOf(after(legEvent(anasLeg, 'talking', 7))).answeredAt, 7);
  });

  test('what is over stays over', () => {
    const end = { by: 'person', reason: 'normal' } as const;
    const phone = after(...calling, legEvent(anasLeg, 'over', 2000, end), legEvent(anasLeg, 'talking', 3000));
    const { state, endedAt, end: kept, wait } = legOf(phone);
    assert.deepEqual({ state, endedAt, kept, wait }, { state: 'over', endedAt: 2000, kept: end, wait: undefined });
  });

  test('a new call takes the place of those that are over, and of none that goes on', () => {
    const other = { ...anasLeg, id: 'b' };
    const over = after(...calling, legEvent(anasLeg, 'over', 2000), legEvent(other, 'ringing', 3000));
    assert.deepEqual(
      over.legs.map(({ id }) => id),
      ['b'],
    );
    const both = after(...calling, legEvent(other, 'ringing', 3000));
    assert.deepEqual(
      both.legs.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(both.selected, 'a');
  });

  test('what a call dials stands beside what is over already', () => {
    const phone = after(...calling, legEvent(anasLeg, 'over', 2000), legEvent(workshopLeg, 'ringing', 2000));
    assert.deepEqual(
      phone.legs.map(({ id }) => id),
      ['a', 'w'],
    );
    assert.equal(phone.selected, 'w');
  });

  test('events of a leg that nobody knows change nothing', () => {
    const phone = after(...calling);
    assert.equal(phoneAfter(phone, said('Hello', 0, { leg: 'x' })), phone);
    assert.equal(phoneAfter(phone, { type: 'select', leg: 'x' }), phone);
  });

  test('another VoIPbin knows of no call, and time runs on as it did', () => {
    const phone = after(...calling, { type: 'speed', speed: 'fast' }, { type: 'reset' });
    assert.deepEqual(phone, { ...idlePhone, speed: 'fast' });
  });
});

suite('phoneAfter: which leg is shown', () => {
  test('a call that the person places, also while another rings', () => {
    const placed = legEvent({ ...anasLeg, id: 'b', person: 'calling' }, 'ringing', 3000);
    assert.equal(after(legEvent(anasLeg, 'ringing', 0), placed).selected, 'b');
    assert.equal(
      after(legEvent(anasLeg, 'ringing', 0), legEvent({ ...anasLeg, id: 'b' }, 'ringing', 3000)).selected,
      'a',
    );
  });

  test('whoever is dialled, once the flow waits for an answer', () => {
    const dialling = [...calling, legEvent(workshopLeg, 'calling', 2000)];
    assert.equal(after(...dialling).selected, 'a');
    assert.equal(after(...dialling, waits('callee', 2000)).selected, 'w');
  });

  test('not while keys are waited for on the leg that is shown', () => {
    const phone = after(...calling, waits('digits', 1000), legEvent(workshopLeg, 'ringing', 2000));
    assert.equal(phone.selected, 'a');
  });

  test('the leg that dialled one, once that is over', () => {
    const both = after(...calling, waits('callee', 1000), legEvent(workshopLeg, 'ringing', 2000));
    assert.equal(both.selected, 'w');
    const end = { by: 'person', reason: 'busy' } as const;
    assert.equal(phoneAfter(both, legEvent(workshopLeg, 'over', 3000, end)).selected, 'a');
  });

  test('the last one stays, so that its end can be read', () => {
    assert.equal(after(...calling, legEvent(anasLeg, 'over', 2000)).selected, 'a');
  });

  test('what a person selects', () => {
    const both = after(...calling, legEvent({ ...anasLeg, id: 'b' }, 'ringing', 3000), { type: 'select', leg: 'b' });
    assert.equal(both.selected, 'b');
  });

  test('the end of another leg does not change it', () => {
    const both = [...calling, legEvent({ ...anasLeg, id: 'b', to: ana }, 'ringing', 3000)];
    assert.equal(after(...both, legEvent({ ...anasLeg, id: 'b' }, 'over', 4000)).selected, 'a');
  });
});

suite('phoneAfter: the transcript', () => {
  test('a text is being said until the flow waits for something else', () => {
    const saying = after(...calling, said('Hello', 1000), waits('talk', 1000, 1350));
    assert.equal(legOf(saying).speaking, 1);
    const then = phoneAfter(saying, waits('digits', 1350, 5000));
    assert.equal(legOf(then).speaking, undefined);
    assert.deepEqual(lines(then), ['Hello']);
  });

  test('a text that ends before its time was cut', () => {
    const phone = after(...calling, said('A long text', 1000, { duration: 5000 }), said('Next', 2000));
    assert.deepEqual(lines(phone), ['A long text (cut)', 'Next']);
    const hungUp = after(...calling, said('Hello', 1000, { duration: 5000 }), legEvent(anasLeg, 'over', 1500));
    assert.deepEqual(lines(hungUp), ['Hello (cut)']);
  });

  test('a text for which the flow does not wait goes on being said', () => {
    const phone = after(
      ...calling,
      said('Aside', 1000, { duration: 5000, isAside: true }),
      waits('digits', 1000, 9000),
    );
    assert.equal(legOf(phone).speaking, 1);
    assert.deepEqual(lines(phone), ['Aside']);
  });

  test('keys in a row stand in one line, others in one of their own', () => {
    const phone = after(...calling, key('1', 1000), key('#', 1100), said('Thanks', 1200), key('2', 3000));
    assert.deepEqual(lines(phone), ['1#', 'Thanks', '2']);
  });

  test('files and waits that nothing else tells of have a line; waiting for keys has none', () => {
    const urls = ['https://media.example.com/a.wav'];
    const phone = after(
      ...calling,
      { type: 'played', leg: 'a', urls, at: 1000 },
      waits('play', 1000),
      waits('beep', 2000, 2500),
      waits('beep', 2500, 3000),
      waits('digits', 3000, 9000),
    );
    assert.deepEqual(lines(phone), [...urls, 'beep', 'beep']);
  });

  test('nobody waits any more once something is said or played', () => {
    const phone = after(...calling, waits('digits', 1000, 9000), said('Thanks', 2000));
    assert.equal(legOf(phone).wait, undefined);
  });

  test('that the flow waits for the answer of this very leg is not told', () => {
    const phone = after(legEvent(anasLeg, 'ringing', 0), waits('callee', 0));
    assert.equal(legOf(phone).wait, undefined);
    assert.deepEqual(lines(phone), []);
  });

  test('a transcript keeps its last 400 lines', () => {
    const events = Array.from({ length: 500 }, (_, position) =>
      said(`Text ${position}`, 1000 + position, { duration: 1 }),
    );
    const kept = lines(after(...calling, ...events));
    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [400, 'Text 100', 'Text 499']);
  });
});
