/**
 * Changes of a flow that keep its sense: edits of its text, for code actions and for the picture. Ids that become needed are made with `newId`; layout
 * and comments stay.
 */

export * from './actionJson'; // an action to be written
export * from './actionWords'; // words for the name of an action
export * from './deleteAction'; // deletes an action and closes the gap
export * from './duplicateAction'; // copies an action
export * from './freshId'; // a new id for an action
export * from './idOf'; // the id of an action, given if it has none
export * from './inSteps'; // several changes as one
export * from './insertAction'; // inserts an action into a list, behind another, or on every way to one
export * from './moveAction'; // moves an action within its list
export * from './moveOnto'; // moves an action onto a way
export * from './nameActions'; // names for actions
export * from './nextOf'; // what runs after an action by itself
export * from './optionAt'; // the value of an option at a path
export * from './refactoring'; // refactorings and what is selected
export * from './refactorings'; // every refactoring
export * from './setOptionAt'; // sets a value within an option
export * from './setTarget'; // leads a way elsewhere
export * from './suggestedNames'; // a name that is not taken
