import type { Tell } from '../phoneProtocol';
import { element } from './element';

/** The two ways in which a call of the flow beside the phone begins. */
export function drawStarts(tell: Tell): HTMLElement {
  const button = (label: string, type: 'runCall' | 'callFlow', effect: string) => {
    const drawn = element('button', { type: 'button', class: `action action-${type}`, title: effect }, label);
    drawn.addEventListener('click', () => tell({ type }));
    return drawn;
  };
  return element(
    'div',
    { class: 'starts', role: 'group', 'aria-label': 'New call' },
    button('Run Call', 'runCall', 'The flow calls this phone.'),
    button('Call This Flow', 'callFlow', 'This phone calls, and the flow answers.'),
  );
}
