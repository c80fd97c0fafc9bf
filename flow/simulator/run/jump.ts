import type { EventBody } from '../events';
import { findTarget } from '../stack/stackMap';
import { currentStack, type Run, type Step, stop } from './run';

const texts: Readonly<Record<string, string>> = {
  'invalid action id': 'no target is given',
  'no more stack left': 'no action with this id is in reach',
  'stack depth': 'the target is more than 99 lists further out',
};

/** The step that jumps to an id, or stops the flow when it leads nowhere; `what` names the option for people. */
export function jumpTo(
  run: Run,
  id: string,
  what: string,
  jump: Omit<Extract<EventBody, { type: 'jump' }>, 'type' | 'to'>,
): Step {
  const to = findTarget(currentStack(run), id);
  if (typeof to !== 'string') return { kind: 'jump', to, jump };
  const shown = to === 'invalid action id' ? '' : ` ${id}`;
  return stop(to, `\`${what}\`${shown}: ${texts[to] ?? to}.`);
}
