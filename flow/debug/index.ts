/**
 * The debugger: a flow run by the simulator, step by step, forward and back.
 *
 * `createDebugAdapter` speaks the Debug Adapter Protocol. Its host gives it the texts of files, time, and a way to send; it needs no editor and no
 * process. A `createTimeline` is what it stands on: the runs of a session in one virtual time, made again from what a person did when it goes back.
 */

export * from './adapter/createDebugAdapter'; // the Debug Adapter Protocol over a session
export * from './adapter/desk'; // what a debugger needs of its host
export * from './commands'; // commands of the debug console
export * from './listing'; // lines and breakpoints of a document
export * from './machine'; // all runs of a session, in one time
export * from './playCall'; // a call that plays in real time
export * from './session'; // a session: start, step, set, evaluate
export * from './thread'; // one run of a session
