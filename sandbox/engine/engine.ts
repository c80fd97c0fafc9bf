import type { RunEvent, RunInput } from '../../flow';
import type { Core } from '../core';
import type { Activeflow } from '../resources/activeflow';
import type { OngoingCall } from './ongoingCall';
import type { OngoingRun } from './ongoingRun';
import type { DialPlan } from './planDial';

/** What the runs and calls of the sandbox share. */
export interface Engine {
  readonly core: Core;
  /** Calls that are not over, by id. */
  readonly calls: Map<string, OngoingCall>;
  /** Runs by the id of their activeflow; ended ones stay for the trace, as long as the activeflow is remembered. */
  readonly runs: Map<string, OngoingRun>;
  /** What `call` is about to place, by the id that was given for it. */
  readonly plans: Map<string, DialPlan>;
  /** Creates a run that has not begun. It is here because runs place calls, and the flows of these calls are runs. `rest` is what the input does not say of its activeflow. */
  newRun(input: RunInput, depth: number, rest?: Partial<Activeflow>): OngoingRun;
  /** Shows on the phone what happens on a call. */
  readonly showOnPhone: (happening: Happening) => void;
  /** Notifies those who follow traces. */
  readonly traced: (run: OngoingRun, event: RunEvent) => void;
  readonly fetchActions: FetchActions | undefined;
}

/** Requests a URL for the action `fetch`; rejects if no answer comes. */
export type FetchActions = (request: {
  readonly url: string;
  readonly method: string;
  readonly body: string;
}) => Promise<{ readonly status: number; readonly body: string }>;

/** What the person on a call perceives; `leg`: it rings, is answered or is over. */
export type Happening = {
  readonly call: OngoingCall;
  /** When it happened in the run, in virtual milliseconds since 1970: on a busy host the event comes later. Undefined: now. */
  readonly time?: number;
} & (
  | { readonly type: 'leg' }
  | {
      readonly type: 'said';
      readonly text: string;
      readonly language: string;
      /** Milliseconds. */
      readonly duration: number;
      readonly async: boolean;
    }
  | { readonly type: 'played'; readonly urls: readonly string[] }
  | { readonly type: 'waiting' }
  | { readonly type: 'key'; readonly key: string; readonly digits: string }
);
