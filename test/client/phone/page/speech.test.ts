import assert from 'node:assert/strict';
import { setup, suite, teardown, test } from 'mocha';
import { createSpeech, utterance } from '../../../../client/phone/page/speech';
import type { PhoneEvent } from '../../../../client/phone/phoneModel';
import { phoneView } from '../../../../client/phone/phoneView';
import { after, anasLeg, key, legEvent, said, waits, workshopLeg } from '../phones';

const calling = [legEvent(anasLeg, 'ringing', 0), legEvent(anasLeg, 'talking', 1000)];
const view = (...events: PhoneEvent[]) => phoneView(after(...calling, ...events), () => 2000);
const hello = said('Hello', 1000, { duration: 5000 });
const spoken = { text: 'Hello', language: 'en-US' };

suite('utterance', () => {
  test('a new text is spoken, once', () => {
    assert.deepEqual(utterance(view(), view(hello)), { stop: false, say: spoken });
    assert.deepEqual(utterance(view(hello), view(hello, waits('talk', 1000, 6000))), { stop: false, say: undefined });
  });

  test('a text that had begun before the page was there is not begun again', () => {
    assert.equal(utterance(undefined, view(hello)).say, undefined);
  });

  test('what is over in its time is spoken to its end, what is cut is not', () => {
    assert.equal(utterance(view(hello), view(hello, waits('digits', 6000, 9000))).stop, false);
    assert.equal(utterance(view(hello), view(hello, key('1', 2000), waits('digits', 2000, 9000))).stop, true);
    assert.equal(utterance(view(hello), view(hello, legEvent(anasLeg, 'over', 2000))).stop, true);
  });

  test('only the phone that is shown is heard', () => {
    const both = [hello, legEvent(workshopLeg, 'ringing', 1500)];
    assert.deepEqual(utterance(view(...both), view(...both, { type: 'select', leg: 'w' })), {
      stop: true,
      say: undefined,
    });
    const away = [legEvent(workshopLeg, 'ringing', 1000), { type: 'select', leg: 'w' }] as const;
    assert.equal(utterance(view(...away), view(...away, hello)).say, undefined);
  });

  test('nothing is spoken while time runs fast', () => {
    const fast = { type: 'speed', speed: 'fast' } as const;
    assert.deepEqual(utterance(view(fast), view(fast, hello)), { stop: true, say: undefined });
  });
});

/** The browser's voices, which note what they are told. */
class FakeSynthesis extends EventTarget {
  readonly told: string[] = [];
  pending = false;
  voices = 1;
  latest: FakeUtterance | undefined;
  getVoices = () => Array(this.voices).fill({});
  cancel = () => void this.told.push('cancel');
  speak = (item: FakeUtterance) => {
    this.latest = item;
    this.told.push(`${item.lang}: ${item.text}`);
  };
}

class FakeUtterance {
  lang = '';
  onstart: (() => void) | undefined;
  onerror: ((event: { error: string }) => void) | undefined;
  constructor(readonly text: string) {}
}

suite('createSpeech', () => {
  let synthesis: FakeSynthesis;
  let notes: string[];
  const open = () => createSpeech(synthesis as unknown as SpeechSynthesis, (note) => notes.push(note));
  const say = { stop: false, say: spoken };

  setup(() => {
    synthesis = new FakeSynthesis();
    notes = [];
    Reflect.set(globalThis, 'SpeechSynthesisUtterance', FakeUtterance);
  });
  teardown(() => {
    Reflect.deleteProperty(globalThis, 'SpeechSynthesisUtterance');
  });

  test('is silent until it is switched on, and from when it is switched off', () => {
    const speech = open();
    speech.follow(say);
    assert.deepEqual(synthesis.told, []);
    speech.switchTo(true);
    speech.follow(say);
    speech.switchTo(false);
    assert.deepEqual(synthesis.told, ['en-US: Hello', 'cancel']);
  });

  test('leaves out what it is too late for', () => {
    const speech = open();
    speech.switchTo(true);
    synthesis.pending = true;
    speech.follow(say);
    speech.follow({ stop: true, say: undefined });
    assert.deepEqual(synthesis.told, ['cancel', 'en-US: Hello', 'cancel']);
  });

  test('says why nothing is heard', () => {
    const speech = open();
    synthesis.voices = 0;
    speech.switchTo(true);
    assert.match(notes.at(-1) ?? '', /No voice is installed/);
    synthesis.voices = 1;
    synthesis.dispatchEvent(new Event('voiceschanged'));
    assert.equal(notes.at(-1), '');
    speech.follow(say);
    synthesis.latest?.onerror?.({ error: 'not-allowed' });
    assert.match(notes.at(-1) ?? '', /click on this page/);
    synthesis.latest?.onstart?.();
    assert.equal(notes.at(-1), '');
    synthesis.latest?.onerror?.({ error: 'synthesis-failed' });
    assert.match(notes.at(-1) ?? '', /could not speak/);
    synthesis.latest?.onerror?.({ error: 'interrupted' });
    assert.match(notes.at(-1) ?? '', /could not speak/);
  });

  test('a browser without voices at all says so', () => {
    const speech = createSpeech(undefined, (note) => notes.push(note));
    speech.switchTo(true);
    speech.follow(say);
    assert.match(notes.at(-1) ?? '', /No voice is installed/);
  });
});
