import type { ActionNode, FlowModel } from '../../model/flowModel';
import { actionLabel } from '../../text/actionLabel';
import { canMove, moveAction, swapWithNext } from '../moveAction';
import { type Offer, ofAction, type Refactoring } from '../refactoring';

/** Two neighbours change places, and run in the other order. */
function swap(model: FlowModel, first: ActionNode | undefined, title: string): Offer | undefined {
  if (!first || !swapWithNext(model, first)) return undefined;
  return { title, edits: () => swapWithNext(model, first) ?? [] };
}

/** An action changes its place and nothing else. */
function move(name: string, by: number, title: string): Refactoring {
  return ofAction(name, 'move', (model, action) => {
    const place = action.node.index + by;
    if (!canMove(action, place)) return undefined;
    return { title, edits: (newId) => moveAction(model, action, place, newId) ?? [] };
  });
}

export const runEarlier = ofAction('run-earlier', 'move', (model, { scope, order }) => {
  const before = scope.actions[order - 1];
  return swap(model, before, before ? `Run it before ${actionLabel(before, 30)}` : '');
});

export const runLater = ofAction('run-later', 'move', (model, action) => {
  const behind = action.scope.actions[action.order + 1];
  return swap(model, action, behind ? `Run it after ${actionLabel(behind, 30)}` : '');
});

export const moveUp = move('move-up', -1, 'Move it up in the list and keep all ways');
export const moveDown = move('move-down', 1, 'Move it down in the list and keep all ways');
