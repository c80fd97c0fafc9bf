import type { ActionNode } from '../model/flowModel';
import { actionLabel } from './actionLabel';

/** The name of an action beside its text: its place in its list, counted from 1 as findings and hovers do, and its label. */
export function placedLabel(action: ActionNode): string {
  return `action ${action.position + 1} (${actionLabel(action)})`;
}
