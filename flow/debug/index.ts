/**
 * The debugger: a flow run by the simulator, step by step, forward and back.
 *
 * `createDebugAdapter` speaks the Debug Adapter Protocol. Its host gives it the texts of files, time, and a way to send; it needs no editor and no
 * process. A `createTimeline` is what it stands on: the runs of a session in one virtual time, made again from what a person did when it goes back.
 */
export { createDebugAdapter, type DebugAdapter } from './adapter/createDebugAdapter';
export type { DebugHost, Running } from './adapter/desk';
export { type Command, readCommands } from './commands';
export type { DebuggedDocument } from './document';
export type { Happened, Launch, Machine } from './machine';
export { type PlayedCall, playCall } from './playCall';
export { awaited } from './scopes';
export { createSession, type Session, type SessionClock, type SessionListener } from './session';
export type { Thread } from './thread';
export { createTimeline, type Timeline } from './timeline';
