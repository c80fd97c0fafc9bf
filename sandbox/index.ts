/**
 * A local VoIPbin: the platform's REST API and event stream, with the simulator behind them. It needs no account and no network, and bills nothing.
 *
 * ```ts
 * const sandbox = createSandbox({ now: Date.now, newId: () => crypto.randomUUID(), random: systemRandom, timers: systemTimers });
 * const answer = await sandbox.fetch(new Request(`http://sandbox/v1.0/numbers?accesskey=${sandbox.accessKey}`));
 * ```
 *
 * **HTTP clients** get what VoIPbin would answer: `sandbox.fetch` is a web-standard request handler, and `sandbox.connectSocket` is the event
 * stream for any transport. `node/serve.ts` binds both to a port of this machine; `openLocalSocket` is a websocket within the process, without a
 * port. What VoIPbin does not check is not checked here either.
 *
 * **Calls ring on `sandbox.phone`.** A view or a script sees the legs, answers, presses keys and hangs up; if neither acts, `autoAnswer` does. Its
 * `dial` places an incoming call to a number of the account. Listeners are called at once, while the flow is stopped: what they do takes effect
 * before more time passes.
 *
 * **Time is virtual**: milliseconds since 1970 on a clock that runs with `sandbox.speed` while something happens. All times in resources, events and
 * traces come from this clock.
 *
 * **`sandbox.trace`** has what the platform does not have: everything that the simulator reports about a run, above all why it ended.
 *
 * Nothing here may use Node, and nothing leaves the process: messages, e-mails and webhooks are accepted and go nowhere.
 */
export { systemTimers } from './clock/timers';
export { createSandbox } from './createSandbox';
export type { FetchActions } from './engine/engine';
export type { AutoAnswer, Dialled, Dialling, Leg, LegWait, OwnNumber, Phone, PhoneEvent, Texted } from './phone/phone';
export type { AccountState } from './resources/accountState';
export type { Address } from './resources/address';
export type { Call, CallStatus } from './resources/call';
export type { Sandbox, SandboxOptions, Trace } from './sandbox';
export { seedIds } from './seed/seedIds';
export type { SocketSession } from './socket/hub';
export { type LocalSocket, openLocalSocket } from './socket/localSocket';
export { readState, type SandboxState, type StateResult } from './store/state';
export { systemRandom } from './systemRandom';
