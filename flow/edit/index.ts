/** Changes to a text that keep comments and layout. */

export * from './composeEdits'; // two rounds of edits as one
export * from './edit'; // edits, and the text after them
export * from './formatText'; // formatting
export * from './placesBefore'; // where a place was before edits
export * from './rangeAfter'; // where a range is after edits
export * from './textFormat'; // the layout that a text uses
