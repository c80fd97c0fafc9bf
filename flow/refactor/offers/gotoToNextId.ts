import { targetOf } from '../../graph/target';
import { deleteAction } from '../deleteAction';
import { onlyAction, type Refactoring } from '../refactoring';

export const gotoToNextId: Refactoring = {
  name: 'goto-to-next-id',
  kind: 'rewrite',
  offer(selection) {
    const { model } = selection;
    const action = onlyAction(selection);
    // A flow begins with its first action, and no `next_id` stands before it.
    if (action?.type !== 'goto' || action.order === 0) return undefined;
    const jump = model.references.find((reference) => reference.from === action && reference.kind === 'jump');
    const target = jump && targetOf(jump);
    if (!target || target === action) return undefined;
    return {
      title: 'Replace this goto with next_id, which jumps each time',
      removes: [action],
      edits: (newId) => deleteAction(model, action, newId, target),
    };
  },
};
