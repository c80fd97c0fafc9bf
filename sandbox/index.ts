/**
 * A local VoIPbin: the platform's REST API and event stream over the simulator, without an account, a bill or a network.
 *
 * ```ts
 * const sandbox = createSandbox({ now: Date.now, newId: () => crypto.randomUUID(), random: systemRandom, timers: systemTimers });
 * const answer = await sandbox.fetch(new Request(`http://sandbox/v1.0/numbers?accesskey=${sandbox.accessKey}`));
 * ```
 *
 * **Whoever speaks HTTP** gets what VoIPbin would answer: `sandbox.fetch` is a web-standard request handler, `sandbox.connectSocket` the event
 * stream for whatever transport there is. `node/serve.ts` binds both to a port of this machine; in process, `openLocalSocket` is a websocket without
 * one. What VoIPbin does not check is not checked here either.
 *
 * **Calls ring on `sandbox.phone`.** A view or a script sees the legs, answers, presses keys and hangs up; where nobody acts, `autoAnswer` does. Its
 * `dial` is the way in: somebody calls a number of the account. Listeners are called at once, while the flow stands still: what they do there counts
 * before any more time passes.
 *
 * **Time is virtual**: milliseconds since 1970 on a clock that runs with `sandbox.speed` while something goes on. All times in resources, events and
 * traces are of that clock.
 *
 * **`sandbox.trace`** is what the platform does not have: everything that the simulator tells of a run, above all why it ended.
 *
 * Nothing here may use Node, and nothing leaves the process: messages, mails and webhooks are accepted and go nowhere.
 */
export { systemTimers, type Timers } from './clock/timers';
export { createSandbox } from './createSandbox';
export type { FetchActions } from './engine/engine';
export type { AutoAnswer, Dialled, Leg, LegWait, Phone, PhoneEvent } from './phone/phone';
export type { AccountState } from './resources/accountState';
export type { Address } from './resources/address';
export type { Call, CallStatus } from './resources/call';
export type { Sandbox, SandboxOptions, Trace } from './sandbox';
export { seedIds } from './seed/seedIds';
export type { SocketSession } from './socket/hub';
export { type LocalSocket, openLocalSocket } from './socket/localSocket';
export { readState, type SandboxState, type StateResult } from './store/state';
export { systemRandom } from './systemRandom';
