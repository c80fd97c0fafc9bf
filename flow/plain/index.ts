/** A document as VoIPbin expects it. */

export * from './actionOfPlainId'; // the action that has a UUID
export * from './idsAsNames'; // a sentence with names instead of UUIDs
export * from './namesOf'; // the names of actions by path
export * from './plainFlow'; // an action list with UUIDs instead of names, and the way back
export * from './plainModel'; // the names of a document by UUID
export * from './plainText'; // a document with UUIDs instead of names
