/**
 * Changes of a flow that keep its sense: edits of its text, for code actions and for the picture. Ids that become needed are made with `newId`; layout
 * and comments stay.
 */
export type { ActionJson } from './actionJson';
export { deleteAction } from './deleteAction';
export { duplicateAction } from './duplicateAction';
export { freshId, freshIdOfType } from './freshId';
export { idOf } from './idOf';
export { inSteps } from './inSteps';
export { insertAction, insertAfter, insertFirst } from './insertAction';
export { insertBefore } from './insertBefore';
export { moveAction, swapWithNext } from './moveAction';
export { type EdgeOnto, moveOnto } from './moveOnto';
export { nameAction, nameAllActions, useUuids } from './nameActions';
export { goesOn, type Next, namedNext, nextOf } from './nextOf';
export { optionAt } from './optionAt';
export {
  type NewFlowFile,
  type Offer,
  onlyAction,
  type Refactoring,
  type Refused,
  type Selection,
  selectionAt,
} from './refactoring';
export { refactorings } from './refactorings';
export { setOption } from './setOption';
export { setOptionAt } from './setOptionAt';
export { type EdgeName, setTarget } from './setTarget';
