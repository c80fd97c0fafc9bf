import type {
  ChildRun,
  HappeningAnswer,
  RunEvent,
  RunInput,
  RunResult,
  runFlow,
  WaitQuestion,
  WorldScript,
} from '../../flow';
import type { Activeflow } from '../resources/activeflow';
import type { OngoingCall } from './ongoingCall';

/** A flow that runs, or has run since the sandbox was started, and what can happen to it. */
export interface OngoingRun {
  readonly activeflow: Activeflow;
  readonly input: RunInput;
  /** If it has an answer, it answers instead of the sandbox. */
  readonly world: WorldScript | undefined;
  readonly script: ReturnType<typeof runFlow>;
  /** Its call; undefined for other references and for a call that is over already. */
  call: OngoingCall | undefined;
  /**
   * `new`: it has not begun. `busy`: it is being stepped. `waiting`: it waits for time to pass or for something to happen.
   * `fetching`: it waits for a URL to answer.
   */
  state: 'new' | 'busy' | 'waiting' | 'fetching' | 'over';
  question: WaitQuestion | undefined;
  /** What happened while the run was not waiting. */
  readonly inbox: HappeningAnswer[];
  /** Cancels the timer of the wait. */
  stopWaiting: () => void;
  /** What `connect` dialled, by the number that the run gives it. */
  readonly parties: Map<number, { hangUp(): void }>;
  queue: QueueCall | undefined;
  /** Runs that begin when this one is over. */
  readonly followUps: ChildRun[];
  /** Ids of calls that end with this one. */
  readonly chained: string[];
  /** How many flows, each placing a call with a flow, led to this one. */
  readonly depth: number;
  wasStopped: boolean;
  readonly events: RunEvent[];
  result: RunResult | undefined;

  /** Begins it, unless it has begun. */
  start(): void;
  /** Delivers an event: at once if it waits, otherwise as soon as it does. */
  deliver(happening: HappeningAnswer): void;
  /** Stops it as `POST /activeflows/{id}/stop` does, and with it its call. */
  stop(): void;
  /** Ends it wherever it is. */
  abort(detail: string): void;
}

/** The run waits in a queue. */
export interface QueueCall {
  readonly id: string;
  /** The caller no longer hears the wait flow, and is in the bridge, with the agent or waiting for one. */
  isInBridge: boolean;
  /** An agent has taken the call. */
  isServed: boolean;
  stopSearch: () => void;
  /** Hangs up the agent who is rung or talks. */
  dropAgent: () => void;
  leave: () => void;
}
