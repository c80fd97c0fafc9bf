import type {
  ChildRun,
  HappeningAnswer,
  RunEvent,
  RunInput,
  RunResult,
  runFlow,
  WaitQuestion,
} from '../../flow/simulator';
import type { Activeflow } from '../resources/activeflow';
import type { LiveCall } from './liveCall';

/** A flow that runs, or ran since the sandbox was started. */
export interface LiveRun {
  readonly activeflow: Activeflow;
  readonly input: RunInput;
  readonly script: ReturnType<typeof runFlow>;
  /** Its call; undefined for other references and for a call that is over already. */
  live: LiveCall | undefined;
  /**
   * `new`: it has not begun. `busy`: it is being stepped. `waiting`: it waits for time to pass or for something to happen.
   * `fetching`: it waits for a URL to answer.
   */
  state: 'new' | 'busy' | 'waiting' | 'fetching' | 'over';
  question: WaitQuestion | undefined;
  /** What happened while nobody waited for it. */
  readonly inbox: HappeningAnswer[];
  /** Takes back the timer of the wait. */
  stopWaiting: () => void;
  /** What `connect` dialled, by the number that the run gives the leg. */
  readonly legs: Map<number, Leg>;
  queue: QueueCall | undefined;
  /** Runs that begin when this one is over. */
  readonly followUps: ChildRun[];
  /** Ids of calls that end with this one. */
  readonly chained: string[];
  /** How many flows placed calls with flows that led to this one. */
  readonly depth: number;
  wasStopped: boolean;
  readonly events: RunEvent[];
  result: RunResult | undefined;
}

/** Something dialled by the run: a call or a group. */
export interface Leg {
  readonly id: string;
  /** Hangs up what still rings or talks. */
  drop(): void;
}

/** The run waits in a queue. */
export interface QueueCall {
  readonly id: string;
  /** An agent has taken the call. */
  isServed: boolean;
  stopSearch: () => void;
  /** Hangs up the agent who is rung or talks. */
  dropAgent: () => void;
  leave: () => void;
}
