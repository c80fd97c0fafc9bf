import { localCaller } from '../../run/localCaller';
import type { DialView, Tell } from '../phoneProtocol';
import { drawKeypad } from './drawKeypad';
import { button, type Drawn, element, keepChildren, setText } from './element';

/** The dial pad: a number to call or to send a message to, and the own number. Folded at first. */
export function drawDialer(tell: Tell): Drawn<DialView> {
  const number = element('input', { type: 'tel', class: 'field', autocomplete: 'off' });
  const from = element('input', { type: 'text', class: 'field', value: localCaller, autocomplete: 'off' });
  const text = element('input', { type: 'text', class: 'field', autocomplete: 'off' });
  const keypad = drawKeypad((key) => {
    // Numbers begin with +, and the pad has no such key.
    number.value = `${number.value || '+'}${key}`;
  });
  keypad.update({ canPress: true, wantsKeys: false, keypadNote: '' });
  const call = element('button', { type: 'submit', class: 'action action-answer' }, 'Call');
  const dialled = () => ({ number: number.value, from: from.value });
  const sendText = () => tell({ type: 'text', ...dialled(), text: text.value });
  const send = button({ class: 'action' }, sendText, 'Send Message');
  const refusal = drawRefusal(() => tell({ type: 'attachFlow' }));
  const list = element('ul', { class: 'dial-numbers', 'aria-label': 'Numbers of the local VoIPbin' });
  const form = element(
    'form',
    { class: 'dialer-form' },
    list,
    field('Number', number),
    keypad.root,
    field('Your number', from),
    call,
    field('Message', text),
    send,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tell({ type: 'dial', ...dialled() });
  });
  const keep = keepChildren<DialView['numbers'][number]>(
    list,
    (entry) => entry.number,
    (entry) =>
      drawNumber(entry.number, () => {
        number.value = entry.number;
        call.focus();
      }),
  );
  /** Below the button that was pressed, which keeps its place. */
  const showRefusal = (next: DialView['refusal']) => {
    const wasHidden = refusal.root.hidden;
    refusal.update(next);
    if (!next) return;
    const pressed = next.of === 'call' ? call : send;
    if (!wasHidden && pressed.nextElementSibling === refusal.root) return;
    pressed.after(refusal.root);
    refusal.root.scrollIntoView({ block: 'nearest' });
  };
  const root = element(
    'details',
    { class: 'dialer' },
    element('summary', { class: 'dialer-title' }, 'Call or Message a Number'),
    form,
  );
  return {
    root,
    update(dial) {
      const { isShown, numbers } = dial;
      root.hidden = !isShown || numbers.length === 0;
      // After the call its transcript is in sight.
      if (!isShown) root.open = false;
      keep(numbers);
      showRefusal(dial.refusal);
    },
  };
}

function field(label: string, input: HTMLInputElement): HTMLElement {
  return element('label', { class: 'dialer-field' }, element('span', {}, label), input);
}

/** Why what was dialled did not go, with what helps. */
function drawRefusal(attachFlow: () => void): Drawn<DialView['refusal']> {
  const text = element('p', {});
  const attach = button({ class: 'action' }, attachFlow, 'Attach Flow to Number');
  const root = element('div', { class: 'dial-refusal' }, text, attach);
  return {
    root,
    update(next) {
      root.hidden = !next;
      setText(text, next?.text ?? '');
      attach.hidden = !next?.lacksFlow;
    },
  };
}

function drawNumber(number: string, choose: () => void): Drawn<DialView['numbers'][number]> {
  const name = element('span', { class: 'dial-name' });
  const answers = element('span', { class: 'dial-answers' });
  const choice = button(
    { class: 'dial-choice' },
    choose,
    name,
    ' ',
    element('span', { class: 'dial-number' }, number),
    ' ',
    answers,
  );
  return {
    root: element('li', {}, choice),
    update(next) {
      setText(name, next.name);
      setText(answers, next.answers);
    },
  };
}
