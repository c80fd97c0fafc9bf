import type { QuirkSwitches, RunEvent, RunResult, Semantics, Timers, WorldScript } from '../flow';
import type { FetchActions } from './engine/engine';
import type { AutoAnswer, Phone } from './phone/phone';
import type { AccountState } from './resources/accountState';
import type { SocketSession } from './socket/hub';
import type { SandboxState } from './store/state';

export interface SandboxOptions {
  /** Real milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID at each call. */
  readonly newId: () => string;
  /** Numbers from 0 (included) to 1 (excluded), for tokens. They must be hard to guess if others can send requests. */
  readonly random: () => number;
  readonly timers: Timers;
  /** Virtual seconds in a real one; Default: 1. 0 or Infinity: as fast as possible. */
  readonly speed?: number | undefined;
  /** Default: `observed`, what the engine really does. */
  readonly semantics?: Semantics | undefined;
  readonly quirks?: Partial<QuirkSwitches> | undefined;
  /** One line for each event; `at` in virtual milliseconds since 1970. Secrets are masked. */
  readonly log?: ((line: { readonly at: number; readonly text: string }) => void) | undefined;
  /** A result of `snapshot` to start from. Calls and flows that were running then have ended. */
  readonly state?: SandboxState | undefined;
  /** What the phones do if no person acts. Default: they answer after 1 s and talk for 10 s. */
  readonly autoAnswer?: AutoAnswer | false | undefined;
  /** Requests a URL for the action `fetch`. Default: no URL can be reached. */
  readonly fetchActions?: FetchActions | undefined;
}

/** The events of a run, in order. The platform does not have this. */
export interface Trace {
  /** Times are virtual milliseconds since 1970. The last event, of type `end`, says why the run ended. */
  readonly events: readonly RunEvent[];
  /** undefined while it runs. */
  readonly result: RunResult | undefined;
}

/** A local VoIPbin. */
export interface Sandbox {
  /** Answers a request as VoIPbin does; the host in its URL does not matter. `ip` tells clients apart for the rate limit. */
  fetch(request: Request, from?: { readonly ip?: string }): Promise<Response>;
  /** Opens the event stream, `GET /v1.0/ws`; or gives the answer that refuses it. */
  connectSocket(request: Request, send: (text: string) => void, close: () => void): Promise<SocketSession | Response>;
  /** An access key that always exists. */
  readonly accessKey: string;
  readonly customerId: string;
  /** Can be changed at any time. */
  readonly account: AccountState;
  readonly phone: Phone;
  /** Can be changed at any time; 0 reads back as Infinity. */
  speed: number;
  /** Applies to runs that begin later. */
  semantics: Semantics;
  /** The time, and what answers to URLs, ids and requests, for runs that begin later. Undefined: as the sandbox has it. */
  world: WorldScript | undefined;
  /** The events of the run with the activeflow's id. Undefined if there is none, or if it ran before a restart. */
  trace(activeflowId: string): Trace | undefined;
  /** Calls the listener with every event of a run. The returned function removes the listener. */
  onTrace(listener: (activeflowId: string, event: RunEvent) => void): () => void;
  /** The current state. Its rows keep changing, so turn it into text at once. */
  snapshot(): SandboxState;
  /** Calls the listener whenever the result of `snapshot` changes. The returned function removes the listener. */
  onChange(listener: () => void): () => void;
  /** Forgets everything except the permanent access key: a new sandbox. */
  reset(): void;
  /** Stops everything; nothing happens afterwards. */
  close(): void;
}
