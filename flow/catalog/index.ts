/** Every fact about VoIPbin, one file for each subject. */

export * from './action'; // what an action type has
export * from './actionDefinitions'; // every action type, and a search by type
export * from './actionKeys'; // the keys of an action itself
export * from './address'; // address types, and a search by name
export * from './documents'; // the kinds of documents that contain flows
export * from './field'; // what an option has: kind, unit, range, default
export * from './languages'; // common languages of speech, by tag
export * from './limits'; // bounds of the engine and the API
export * from './recordedFormat'; // the format of recordings
export * from './referenceTypes'; // what a flow runs on, and with which media
export * from './reservedIds'; // ids with a meaning of their own
export * from './semantics'; // documented or observed
export * from './sendingTypes'; // which actions send something
export * from './telephoneKeys'; // the keys of a telephone
export * from './telephoneNumber'; // E.164
export * from './variables'; // variables of VoIPbin, and a search by name
export * from './waitReasons'; // what a run waits for
