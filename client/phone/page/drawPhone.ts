import { phoneKeys } from '../phoneModel';
import type { PhoneView, Tell, ToPage } from '../phoneProtocol';
import { drawBar } from './drawBar';
import { drawDialer } from './drawDialer';
import { drawEmpty } from './drawEmpty';
import { type DrawnLeg, drawLeg } from './drawLeg';
import { drawTabs } from './drawTabs';
import { element, keepChildren, setAttributes, setText } from './element';
import { createSpeech, utterance } from './speech';

export interface PageSettings {
  readonly tell: Tell;
  readonly synthesis: SpeechSynthesis | undefined;
  readonly sound: boolean;
  readonly keepSound: (on: boolean) => void;
}

/** Milliseconds between two looks at the clock: so few that the seconds change together with those of the status bar. */
const tick = 50;

/** The page of the phone; what it returns draws what the extension tells. */
export function drawPhone(main: HTMLElement, { tell, synthesis, sound, keepSound }: PageSettings) {
  let phone: PhoneView | undefined;
  let drawnAt = 0;
  const legs = new Map<string, DrawnLeg>();
  const selected = () => (phone?.selected === undefined ? undefined : legs.get(phone.selected));

  const bar = drawBar(tell, (on) => {
    speech.switchTo(on);
    keepSound(on);
  });
  let speechNote = '';
  const showSound = () => {
    const isFast = speech.isOn && phone?.speed === 'fast';
    bar.sound(speech.isOn, isFast ? 'In fast time nothing is spoken.' : speechNote);
  };
  const speech = createSpeech(synthesis, (note) => {
    speechNote = note;
    showSound();
  });
  const empty = drawEmpty(tell);
  // Until the extension tells, there may be a call.
  empty.hidden = true;
  const dialer = drawDialer(tell);
  const panels = element('div', { class: 'panels' });
  let numbered = 0;
  const keepPanels = keepChildren<PhoneView['legs'][number]>(
    panels,
    ({ id }) => id,
    (leg) => {
      const drawn = drawLeg(leg, ++numbered, tell);
      legs.set(leg.id, drawn);
      return drawn;
    },
  );
  const tabs = drawTabs((leg) => legs.get(leg)?.root.id ?? '', tell);
  const spoken = element('div', { class: 'unseen', role: 'status' });
  const calls = element('div', { class: 'calls' }, tabs.root, panels);
  main.append(element('h1', { class: 'unseen' }, 'Phone'), bar.root, empty, calls, dialer.root, spoken);
  speech.switchTo(sound);

  document.addEventListener('keydown', (event) => {
    const key = phoneKeys.find((known) => known === event.key);
    const leg = phone?.legs.find(({ id }) => id === phone?.selected);
    if (!key || !leg?.canPress || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    selected()?.flash(key);
    tell({ type: 'press', leg: leg.id, key });
  });
  // A focus that moves by itself is shown only to people who use the keyboard.
  document.addEventListener('pointerdown', () => setAttributes(main, { 'data-pointer': true }));
  document.addEventListener('keydown', () => setAttributes(main, { 'data-pointer': false }), true);
  setInterval(() => selected()?.tick(performance.now() - drawnAt), tick);

  return ({ phone: next, announce }: ToPage): void => {
    const before = phone;
    phone = next;
    drawnAt = performance.now();
    bar.update(next);
    dialer.update(next.dial);
    showSound();
    empty.hidden = next.legs.length > 0;
    calls.hidden = next.legs.length === 0;
    keepPanels(next.legs);
    for (const id of legs.keys()) if (!next.legs.some((leg) => leg.id === id)) legs.delete(id);
    tabs.update(next);
    showSelected(next);
    if (announce.length > 0) setText(spoken, announce.join(' '));
    speech.follow(utterance(before, next));
    selected()?.settle();
    keepFocus();
  };

  function showSelected({ legs: shown, selected: id }: PhoneView): void {
    const isOneOfSeveral = shown.length > 1;
    setAttributes(calls, { 'data-several': isOneOfSeveral });
    for (const leg of shown) {
      const root = legs.get(leg.id)?.root;
      if (!root) continue;
      root.hidden = leg.id !== id;
      setAttributes(root, {
        role: isOneOfSeveral ? 'tabpanel' : 'region',
        'aria-labelledby': isOneOfSeveral ? `${root.id}-tab` : undefined,
        'aria-label': isOneOfSeveral ? undefined : `${leg.title}, phone`,
      });
    }
  }

  /** If the element with the focus was removed or hidden, the focus moves to where the person continues. */
  function keepFocus(): void {
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body || activeElement.closest('[hidden]') !== null;
    const waitsOnLeg = activeElement?.classList.contains('leg-title') === true;
    if (document.hasFocus() && (isLost || waitsOnLeg)) selected()?.focus();
  }
}
