import { duplicateAction } from '../duplicateAction';
import { onlyAction, type Refactoring } from '../refactoring';

export const duplicateOffer: Refactoring = {
  name: 'duplicate',
  kind: 'rewrite',
  offer(selection) {
    const action = onlyAction(selection);
    return (
      action && {
        title: 'Duplicate this action with new ids',
        edits: (newId) => duplicateAction(selection.model, action, newId),
      }
    );
  },
};
