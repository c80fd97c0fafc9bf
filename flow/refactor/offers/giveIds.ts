import { prependMember } from '../../edit/edit';
import { freshId } from '../freshId';
import type { Refactoring } from '../refactoring';

export const giveIds: Refactoring = {
  name: 'give-ids',
  kind: 'rewrite',
  offer({ model, actions: [action] }) {
    const without = action?.scope.fragment ? [] : (action?.scope.actions.filter(({ idNode }) => !idNode) ?? []);
    if (without.length === 0) return undefined;
    return {
      title: `Give an id to ${without.length === 1 ? 'the action' : `the ${without.length} actions`} of this list without one`,
      edits: (newId) => without.flatMap((each) => prependMember(model, each.node, 'id', freshId(model, each, newId))),
    };
  },
};
