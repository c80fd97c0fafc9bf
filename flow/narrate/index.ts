/** A run as lines of text. */

export * from './clockText'; // virtual time
export * from './narrate'; // every event of a run
export * from './pathLines'; // the path of a run
export * from './typeText'; // the type of an action beside its name
