import type { QuirkSwitches, RunEvent, RunResult, Semantics } from '../flow/simulator';
import type { Timers } from './clock/timers';
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
  /** Numbers from 0 (included) to 1 (excluded), for tokens; they have to be hard to guess where others can send requests. */
  readonly random: () => number;
  readonly timers: Timers;
  /** Virtual seconds in a real one; 1 when absent, 0 or Infinity: as fast as possible. */
  readonly speed?: number | undefined;
  /** `observed` when absent: what the engine really does. */
  readonly semantics?: Semantics | undefined;
  readonly quirks?: Partial<QuirkSwitches> | undefined;
  /** One line for each thing that happens; `at` in virtual milliseconds since 1970. Secrets are masked. */
  readonly log?: ((line: { readonly at: number; readonly text: string }) => void) | undefined;
  /** What `snapshot` gave, to go on from there. Calls and flows that went on then are over. */
  readonly state?: SandboxState | undefined;
  /** What the phones do when nobody acts; absent: they answer after 1 s and talk for 10 s. */
  readonly autoAnswer?: AutoAnswer | false | undefined;
  /** Asks a URL for the action `fetch`; absent: none can be reached. */
  readonly fetchActions?: FetchActions | undefined;
}

/** What a run has told, in order. The platform has nothing like it. */
export interface Trace {
  /** Times are virtual milliseconds since 1970. The last one, of type `end`, says why it ended. */
  readonly events: readonly RunEvent[];
  /** undefined while it runs. */
  readonly result: RunResult | undefined;
}

/** A local VoIPbin. */
export interface Sandbox {
  /** Answers a request as VoIPbin does; the host in its URL does not matter. `ip` tells clients apart for the rate limit. */
  fetch(request: Request, from?: { readonly ip?: string }): Promise<Response>;
  /** Opens the event stream, `GET /v1.0/ws`; the answer that refuses it when it may not be opened. */
  connectSocket(request: Request, send: (text: string) => void, close: () => void): Promise<SocketSession | Response>;
  /** An access key that is always there. */
  readonly accessKey: string;
  readonly customerId: string;
  /** Can be changed at any time. */
  readonly account: AccountState;
  readonly phone: Phone;
  /** Can be changed at any time; 0 reads back as Infinity. */
  speed: number;
  /** Counts for the runs that begin then. */
  semantics: Semantics;
  /** What the run with the activeflow's id has told; undefined when there is none, or when it ran before a restart. */
  trace(activeflowId: string): Trace | undefined;
  /** Calls the listener with everything that runs tell; what it returns ends that. */
  onTrace(listener: (activeflowId: string, event: RunEvent) => void): () => void;
  /** The state as it is now. Its rows go on changing: it has to be turned into text at once. */
  snapshot(): SandboxState;
  /** Calls the listener whenever `snapshot` would give something else; what it returns ends that. */
  onChange(listener: () => void): () => void;
  /** Forgets everything but the access key that is always there: a new sandbox. */
  reset(): void;
  /** Stops everything; nothing happens afterwards. */
  close(): void;
}
