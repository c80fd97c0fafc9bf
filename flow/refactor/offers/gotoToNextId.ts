import { targetBy } from '../../graph/target';
import { deleteAction } from '../deleteAction';
import { ofAction } from '../refactoring';

export const gotoToNextId = ofAction('goto-to-next-id', 'rewrite', (model, action) => {
  // A flow begins with its first action, and no `next_id` stands before it.
  if (action.type !== 'goto' || action.order === 0) return undefined;
  const target = targetBy('jump', action, model);
  if (!target || target === action) return undefined;
  return {
    title: 'Replace this goto with next_id, which jumps each time',
    removes: [action],
    edits: (newId) => deleteAction(model, action, newId, target),
  };
});
