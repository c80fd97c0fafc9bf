/** Catalog facts as words. */

export * from './actionDoc'; // an action type
export * from './actionLabel'; // an action in a few words
export * from './addressDoc'; // an address type
export * from './addressText'; // what is dialled at an address
export * from './callEnd'; // how a call ended
export * from './capitalize'; // a clause as the beginning of a sentence
export * from './closest'; // the nearest name to a misspelt one
export * from './codeSpan'; // a text of the user as code
export * from './fieldDoc'; // an option
export * from './joinWithOr'; // alternatives as a sentence has them
export * from './links'; // links to the reference pages
export * from './placedLabel'; // an action with its name
export * from './quantity'; // amounts with units
export * from './quirkDoc'; // deviations
export * from './quote'; // a text of the user in a message
export * from './shorten'; // a text cut to a length
export * from './smsSegments'; // the parts of a text message
export * from './variableDoc'; // a variable
