import type { ActionNode } from '../../model/flowModel';
import { actionLabel } from '../../text/actionLabel';
import { canMove, moveAction, swapWithNext } from '../moveAction';
import { type Offer, onlyAction, type Refactoring, type Selection } from '../refactoring';

/** Two neighbours change places, and run in the other order. */
function swap(selection: Selection, first: ActionNode | undefined, title: string): Offer | undefined {
  if (!first || !swapWithNext(selection.model, first)) return undefined;
  return { title, edits: () => swapWithNext(selection.model, first) ?? [] };
}

/** An action changes its place and nothing else. */
function move(selection: Selection, by: number, title: string): Offer | undefined {
  const action = onlyAction(selection);
  const { model } = selection;
  if (!action || !canMove(action, action.node.index + by)) return undefined;
  return { title, edits: (newId) => moveAction(model, action, action.node.index + by, newId) ?? [] };
}

export const runEarlier: Refactoring = {
  name: 'run-earlier',
  kind: 'move',
  offer(selection) {
    const action = onlyAction(selection);
    const before = action?.scope.actions[action.order - 1];
    return swap(selection, before, before ? `Run it before ${actionLabel(before, 30)}` : '');
  },
};

export const runLater: Refactoring = {
  name: 'run-later',
  kind: 'move',
  offer(selection) {
    const action = onlyAction(selection);
    const behind = action?.scope.actions[action.order + 1];
    return swap(selection, action, behind ? `Run it after ${actionLabel(behind, 30)}` : '');
  },
};

export const moveUp: Refactoring = {
  name: 'move-up',
  kind: 'move',
  offer: (selection) => move(selection, -1, 'Move it up in the list and keep all ways'),
};

export const moveDown: Refactoring = {
  name: 'move-down',
  kind: 'move',
  offer: (selection) => move(selection, 1, 'Move it down in the list and keep all ways'),
};
