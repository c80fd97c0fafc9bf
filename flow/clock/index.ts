/** Time as it is passed in: nothing in `flow` reads a clock of its own. */

export * from './clock'; // timers and clocks
