import { deleteAction } from '../deleteAction';
import { onlyAction, type Refactoring } from '../refactoring';

export const deleteOffer: Refactoring = {
  name: 'delete',
  kind: 'rewrite',
  offer(selection) {
    const action = onlyAction(selection);
    return (
      action && {
        title: 'Delete this action and close the gap',
        removes: [action],
        edits: (newId) => deleteAction(selection.model, action, newId),
      }
    );
  },
};
