import type { Jump } from '../events';
import { findTarget } from '../stack/stackMap';
import { type Continuation, currentStack, type Run, stop } from './run';

const texts: Readonly<Record<string, string>> = {
  'invalid action id': 'no target is given',
  'no more stack left': 'no reachable action has this id',
  'stack depth': 'the target is more than 99 lists away',
};

/** The step that jumps to an id, or stops the flow when it leads nowhere; `what` names the option for people. */
export function jumpTo(run: Run, id: string, what: string, jump: Jump): Continuation {
  const to = findTarget(currentStack(run), id);
  if (typeof to !== 'string') return { kind: 'jump', to, jump };
  const shown = to === 'invalid action id' ? '' : ` ${id}`;
  return { ...stop(to, `\`${what}\`${shown}: ${texts[to] ?? to}.`), jump };
}
