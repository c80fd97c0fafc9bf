import { element } from './element';
import { icon } from './icon';

/** What is there before the first call. */
export function drawEmpty(runCall: () => void): HTMLElement {
  return element(
    'section',
    { class: 'empty', 'aria-labelledby': 'empty-title' },
    icon('talking'),
    element('h2', { id: 'empty-title' }, 'No call yet'),
    element(
      'p',
      {},
      'With the profile Local, Run Call makes this phone ring: you answer, listen and press keys. It needs no account and costs nothing.',
    ),
    runCallButton(runCall),
  );
}

export function runCallButton(runCall: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'action action-runCall' }, 'Run Call');
  button.addEventListener('click', runCall);
  return button;
}
