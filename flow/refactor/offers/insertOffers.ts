import { member, textOf } from '../../json/node';
import type { ActionNode } from '../../model/flowModel';
import { insertAfter } from '../insertAction';
import { insertBefore } from '../insertBefore';
import { onlyAction, type Refactoring } from '../refactoring';

export const insertOfferBefore: Refactoring = {
  name: 'insert-before',
  kind: 'rewrite',
  offer(selection) {
    const action = onlyAction(selection);
    return (
      action && {
        title: 'Insert a talk before this action',
        edits: (newId) => insertBefore(selection.model, action, newTalk(action), newId),
      }
    );
  },
};

export const insertOfferAfter: Refactoring = {
  name: 'insert-after',
  kind: 'rewrite',
  offer(selection) {
    const action = onlyAction(selection);
    // No call would come to what follows these.
    if (!action || (action.definition && action.definition.successor !== 'continue')) return undefined;
    return {
      title: 'Insert a talk after this action',
      edits: () => insertAfter(selection.model, action, newTalk(action)),
    };
  },
};

/** A prompt in the language of the other prompts. */
function newTalk({ scope }: ActionNode) {
  const spoken = scope.actions.find(({ type, option }) => type === 'talk' && textOf(member(option, 'language')));
  return {
    type: 'talk',
    option: { text: 'Hello.', language: textOf(member(spoken?.option, 'language')) ?? 'en-US' },
  };
}
