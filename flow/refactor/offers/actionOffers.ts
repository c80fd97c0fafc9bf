import { member, textOf } from '../../json/node';
import type { ActionNode } from '../../model/flowModel';
import { deleteAction } from '../deleteAction';
import { duplicateAction } from '../duplicateAction';
import { insertAfter, insertBefore } from '../insertAction';
import { ofAction } from '../refactoring';

export const insertOfferBefore = ofAction('insert-before', 'rewrite', (model, action) => ({
  title: 'Insert a talk before this action',
  edits: (newId) => insertBefore(model, action, newTalk(action), newId),
}));

export const insertOfferAfter = ofAction('insert-after', 'rewrite', (model, action) => {
  // No call would come to what follows these.
  if (action.definition && action.definition.successor !== 'continue') return undefined;
  return { title: 'Insert a talk after this action', edits: () => insertAfter(model, action, newTalk(action)) };
});

export const duplicateOffer = ofAction('duplicate', 'rewrite', (model, action) => ({
  title: 'Duplicate this action with new ids',
  edits: (newId) => duplicateAction(model, action, newId),
}));

export const deleteOffer = ofAction('delete', 'rewrite', (model, action) => ({
  title: 'Delete this action and close the gap',
  removes: [action],
  edits: (newId) => deleteAction(model, action, newId),
}));

/** A prompt in the language of the other prompts. */
function newTalk({ scope }: ActionNode) {
  const spoken = scope.actions.find(({ type, option }) => type === 'talk' && textOf(member(option, 'language')));
  return {
    type: 'talk',
    option: { text: 'Hello.', language: textOf(member(spoken?.option, 'language')) ?? 'en-US' },
  };
}
