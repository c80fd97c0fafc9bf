import { element } from './element';

export interface Starts {
  /** The flow beside the phone calls it. */
  runCall(): void;
  /** The phone calls the flow beside it. */
  callFlow(): void;
}

/** The two ways in which a call of the flow beside the phone begins. */
export function drawStarts({ runCall, callFlow }: Starts): HTMLElement {
  const button = (label: string, name: string, effect: string, start: () => void) => {
    const drawn = element('button', { type: 'button', class: `action action-${name}`, title: effect }, label);
    drawn.addEventListener('click', start);
    return drawn;
  };
  return element(
    'div',
    { class: 'starts', role: 'group', 'aria-label': 'New call' },
    button('Run Call', 'runCall', 'The flow calls this phone.', runCall),
    button('Call This Flow', 'callFlow', 'This phone calls, and the flow answers.', callFlow),
  );
}
