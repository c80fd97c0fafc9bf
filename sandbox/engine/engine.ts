import type { HappeningAnswer, RunEvent } from '../../flow/simulator';
import type { Core } from '../core';
import type { Hangup, LiveCall } from './liveCall';
import type { LiveRun } from './liveRun';
import type { Plan } from './plan';

/** What the runs of the sandbox share. */
export interface Engine {
  readonly core: Core;
  /** Calls that are not over, by id. */
  readonly calls: Map<string, LiveCall>;
  /** Runs by the id of their activeflow; ended ones stay for the trace, as long as the activeflow is remembered. */
  readonly runs: Map<string, LiveRun>;
  /** What `call` is about to place, by the id that was given for it. */
  readonly plans: Map<string, Plan>;
  /** Begins a run that is new. */
  start(run: LiveRun): void;
  /** Something happens to a run: at once when it waits, else as soon as it does. */
  deliver(run: LiveRun, happening: HappeningAnswer): void;
  /** Ends a run wherever it is. */
  abort(run: LiveRun, detail: string): void;
  /** A call that rings is not answered; `reason` as in `hangup_reason`. */
  fail(live: LiveCall, reason: string): void;
  /** Somebody, or VoIPbin, hangs up a call; its flow ends. */
  hangUp(live: LiveCall, hangup: Hangup): void;
  /** Tells the phone what happens on a call. */
  readonly tell: (happening: Happening) => void;
  /** Tells whoever follows traces. */
  readonly traced: (run: LiveRun, event: RunEvent) => void;
  readonly fetchActions: FetchActions | undefined;
}

/** Asks a URL on behalf of the action `fetch`; rejects when no answer comes. */
export type FetchActions = (request: {
  readonly url: string;
  readonly method: string;
  readonly body: string;
}) => Promise<{ readonly status: number; readonly body: string }>;

/** What the person on a call perceives. */
export type Happening =
  /** It rings, is answered or is over. */
  | { readonly type: 'leg'; readonly live: LiveCall }
  | {
      readonly type: 'said';
      readonly live: LiveCall;
      readonly text: string;
      readonly language: string;
      /** Milliseconds. */
      readonly duration: number;
      readonly async: boolean;
    }
  | { readonly type: 'played'; readonly live: LiveCall; readonly urls: readonly string[] }
  | { readonly type: 'waiting'; readonly live: LiveCall }
  | { readonly type: 'key'; readonly live: LiveCall; readonly key: string; readonly digits: string };
