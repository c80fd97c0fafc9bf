import type { Edge } from '../../graph/edge';
import type { ActionNode } from '../../model/flowModel';
import { actionLabel } from '../../text/actionLabel';
import { codeSpan } from '../../text/codeSpan';

/** How messages name an action: its place and what it is. */
export function describeAction(action: ActionNode): string {
  return `action ${action.position + 1} (${codeSpan(actionLabel(action))})`;
}

const maxSaid = 6;

/** How messages tell a way: each choice on it, of which the last are the telling ones. Undefined where there is none. */
export function describeWay(way: readonly Edge[]): string | undefined {
  const steps = way.flatMap(({ from, kind, name }) => {
    const place = `action ${from.position + 1}`;
    if (kind === 'case') return [`${name} at ${place}`];
    return kind === 'default' || kind === 'false' || kind === 'goto' ? [`\`${name}\` at ${place}`] : [];
  });
  if (steps.length === 0) return undefined;
  const last = steps.slice(-maxSaid);
  return `${last.length < steps.length ? '… ' : ''}${last.join(', ')}`;
}
