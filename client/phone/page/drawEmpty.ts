import type { Tell } from '../phoneProtocol';
import { drawStarts } from './drawStarts';
import { element } from './element';
import { icon } from './icon';

/** What is there before the first call. */
export function drawEmpty(tell: Tell): HTMLElement {
  return element(
    'section',
    { class: 'empty', 'aria-labelledby': 'empty-title' },
    icon('talking'),
    element('h2', { id: 'empty-title' }, 'No call yet'),
    element(
      'p',
      {},
      'Run Call makes this phone ring: you answer, listen and press keys. With Call This Flow it is the other way round: you call, and the flow answers. On the profile Local no account is needed and nothing is billed.',
    ),
    drawStarts(tell),
  );
}
