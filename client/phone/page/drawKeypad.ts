import { type PhoneKey, phoneKeys } from '../phoneModel';
import type { LegView } from '../phoneProtocol';
import { button, type Drawn, element, setAttributes, setText } from './element';

const letters: Readonly<Partial<Record<PhoneKey, string>>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};
const names: Readonly<Partial<Record<PhoneKey, string>>> = { '*': '* star', '#': '# hash' };

/** How far an arrow key goes; a low page has more keys in a row. */
const steps: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

type KeypadView = Pick<LegView, 'canPress' | 'wantsKeys' | 'keypadNote'>;

/** The keys of a leg or of the dial pad: one tab stop, in which the arrow keys move. */
export function drawKeypad(press: (key: PhoneKey) => void): Drawn<KeypadView> {
  const buttons = phoneKeys.map((key) => {
    const own = button(
      { class: 'key', 'data-key': key, 'aria-label': names[key] ?? key, tabindex: key === '5' ? 0 : -1 },
      () => press(key),
      element('span', { class: 'key-digit' }, key),
      element('span', { class: 'key-letters', 'aria-hidden': 'true' }, letters[key] ?? ''),
    );
    own.addEventListener('focus', () => {
      for (const other of buttons) other.tabIndex = other === own ? 0 : -1;
    });
    return own;
  });
  const keys = element('div', { class: 'keys', role: 'group', 'aria-label': 'Keypad' }, ...buttons);
  keys.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const columns = getComputedStyle(keys).gridTemplateColumns.split(' ').length;
    const to = buttons[at + (steps[event.key]?.(columns) ?? 0)];
    if (at < 0 || !to || to === buttons[at]) return;
    event.preventDefault();
    to.focus();
  });
  const note = element('p', { class: 'keypad-note' });
  const root = element('div', { class: 'keypad' }, keys, note);
  return {
    root,
    update({ canPress, wantsKeys, keypadNote }) {
      keys.hidden = !canPress;
      setAttributes(keys, { 'data-wanted': wantsKeys });
      setText(note, keypadNote);
      note.hidden = keypadNote === '';
    },
  };
}

/** Shows a key as pressed for a moment, as with the mouse. */
export function flash(keypad: Element, key: PhoneKey): void {
  const button = [...keypad.querySelectorAll('.key')].find((candidate) => candidate.getAttribute('data-key') === key);
  button?.setAttribute('data-pressed', '');
  setTimeout(() => button?.removeAttribute('data-pressed'), 150);
}
