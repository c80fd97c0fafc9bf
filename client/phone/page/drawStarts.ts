import type { Tell } from '../phoneProtocol';
import { button, element } from './element';

/** The two ways in which a call of the flow beside the phone begins. */
export function drawStarts(tell: Tell): HTMLElement {
  const start = (label: string, type: 'runCall' | 'callFlow', effect: string) =>
    button({ class: `action action-${type}`, title: effect }, () => tell({ type }), label);
  return element(
    'div',
    { class: 'starts', role: 'group', 'aria-label': 'New call' },
    start('Run Call', 'runCall', 'The flow calls this phone.'),
    start('Call This Flow', 'callFlow', 'This phone calls, and the flow answers.'),
  );
}
