import type { PhoneView, Tell } from '../phoneProtocol';
import { type Drawn, element, setText } from './element';

export interface DrawnBar extends Drawn<PhoneView> {
  /** `note`: why nothing is heard although it is switched on; `""` when it is. */
  sound(on: boolean, note: string): void;
}

/** How time runs, and whether texts are spoken aloud. */
export function drawBar(tell: Tell, switchTo: (on: boolean) => void): DrawnBar {
  const speeds = (['real', 'fast'] as const).map((speed) => {
    const input = element('input', { type: 'radio', name: 'speed', value: speed, class: 'unseen' });
    input.addEventListener('change', () => tell({ type: 'speed', speed }));
    return input;
  });
  const [real, fast] = speeds;
  const segment = (input: HTMLInputElement | undefined, text: string, title: string) =>
    element('label', { class: 'segment', title }, input ?? '', element('span', {}, text));
  const box = element('input', { type: 'checkbox', role: 'switch', class: 'switch-input' });
  box.addEventListener('change', () => switchTo(box.checked));
  const note = element('p', { class: 'bar-note', role: 'status' });
  const root = element(
    'div',
    { class: 'bar' },
    element(
      'fieldset',
      { class: 'segments' },
      element('legend', { class: 'unseen' }, 'Time'),
      segment(real, 'Real time', 'Texts and pauses last as long as in a call.'),
      segment(fast, 'Fast', 'Texts and pauses take no time; only you do.'),
    ),
    element(
      'label',
      { class: 'switch', title: 'Speak aloud' },
      box,
      element(
        'span',
        { class: 'switch-text' },
        element('span', { class: 'switch-more' }, 'Speak '),
        element('span', { class: 'switch-rest' }, 'aloud'),
      ),
    ),
    note,
  );
  return {
    root,
    update({ speed }) {
      for (const input of speeds) input.checked = input.value === speed;
    },
    sound(on, text) {
      box.checked = on;
      setText(note, text);
      note.hidden = text === '';
    },
  };
}
