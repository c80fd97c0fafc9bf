import type { Failure, RunError } from '../errors';
import type { EventBody, RunEnd, RunEvent, SkipReason } from '../events';
import { type IdSource, nilId } from '../ids';
import type { JsonObject } from '../jsonValue';
import type { Place } from '../place';
import type { Answer, LegState } from '../questions';
import type { QuirkName, QuirkSwitches } from '../quirks';
import type { RunInput } from '../runInput';
import type { ActionList } from '../stack/actionList';
import type { Position, Stack } from '../stack/stackMap';
import { type BoundName, bounds } from './bounds';

/** A part of a run: it yields events, takes answers and ends with a value. */
export type Script<T> = Generator<RunEvent, T, Answer | undefined>;

/** What one action leads to. */
export type Step =
  | {
      readonly kind: 'next';
      readonly result?: 'failed' | undefined;
      readonly reason?: SkipReason | undefined;
      readonly detail?: string | undefined;
    }
  /** A jump is pending: the next action is known already. */
  | {
      readonly kind: 'jump';
      readonly to: Position;
      readonly jump: Omit<Extract<EventBody, { type: 'jump' }>, 'type' | 'to'>;
    }
  /** The lists down to this action are left; what comes after it follows. */
  | { readonly kind: 'return'; readonly to: Position }
  | ({ readonly kind: 'stop' } & Failure)
  | ({ readonly kind: 'end' } & Pick<RunEnd, 'outcome' | 'detail' | 'hangup'>);

/** The action had its effect; the flow goes on. */
export const next: Step = { kind: 'next' };

/** The action had its effect, of which there is something to tell; the flow goes on. */
export const nextAs = (detail: string): Step => ({ kind: 'next', detail });

export const stop = (error: RunError, detail: string): Step => ({ kind: 'stop', error, detail });

/** The action has no effect, and the flow goes on. */
export const failed = (reason: SkipReason, detail: string): Step => ({
  kind: 'next',
  result: 'failed',
  reason,
  detail,
});

export interface Bridge {
  /** Positions in `legs`. */
  readonly legs: readonly number[];
  /** The call goes on when its legs die before one answers. */
  readonly advances: boolean;
}

/** A `queue_join` that is going on. */
export interface QueueState {
  readonly id: string;
  readonly stack: Stack;
  readonly agentAt: number | undefined;
  /** An agent has taken the call. */
  taken: boolean;
  /** The queue has given up, and nothing came of it: no agent comes any more. */
  gaveUp: boolean;
  readonly variables: readonly string[];
}

export interface RecordingState {
  readonly id: string;
  readonly onEndFlowId: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Virtual ms at which it ends by itself. */
  readonly until: number | undefined;
  /** It has ended. The call still counts as recorded until `recording_stop`. */
  isOver: boolean;
}

export interface AiSession {
  readonly id: string;
  /** ms after which VoIPbin ends it; undefined: only the AI or the call does. */
  readonly longest: number | undefined;
}

/** A flow that the platform starts when something of this run is over. */
export interface FollowUp {
  readonly flowId: string;
  readonly referenceType: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What runs of one simulation have in common: a stored flow was saved once, so that its ids are the same in each of them. */
export type StoredLists = WeakMap<object, Map<string, ActionList>>;

/** Everything that changes while a flow runs. */
export interface Run {
  readonly input: RunInput;
  readonly ids: IdSource;
  readonly quirks: QuirkSwitches;
  /** The deviations that decided something so far. */
  readonly met: Set<QuirkName>;
  readonly id: string;
  readonly referenceId: string;
  clock: number;
  /** Set once the flow is saved. */
  current: Position | undefined;
  /** The option of the current action, substituted. */
  option: JsonObject;
  forward: Position | undefined;
  readonly variables: Map<string, string>;
  /** Characters that substitution may still write in this run. */
  textLeft: number;
  used: number;
  /** Executions since something waited, and how often something did: what the documented budget counts. */
  inCycle: number;
  resumes: number;
  /** Virtual ms until which an async `talk` sounds while the flow goes on. */
  speaksUntil: number;
  /** dialing, ringing, progressing, hangup; for references that are no calls it is never looked at. */
  callStatus: string;
  digitsReceived: number;
  readonly legs: (LegState & { readonly reason?: string })[];
  readonly bridges: Map<string, Bridge>;
  queue: QueueState | undefined;
  recording: RecordingState | undefined;
  readonly recordings: string[];
  readonly followUps: FollowUp[];
  /** Languages in which the call is transcribed. */
  readonly transcribed: Set<string>;
  onCompleteFlowId: string;
  /** The detector of an `amd` that does not wait will hang up then. */
  amdHangupAt: number | undefined;
  /** AI sessions by the key of the list that the AI service pushed for them. */
  readonly sessions: Map<string, AiSession>;
  readonly flows: Map<string, ActionList>;
  readonly stored: StoredLists;
  children: number;
  calls: number;
  caseId: string | undefined;
  externalMedia: number;
}

/** Completes what happened with when and where. */
export function event(run: Run, body: EventBody): RunEvent {
  return { time: run.clock, place: placeOf(run), stack: run.current?.stack.callers ?? noPlaces, ...body };
}

/** Tells that a named deviation decides what happens here. */
export function meet(run: Run, quirk: QuirkName): RunEvent {
  run.met.add(quirk);
  return event(run, { type: 'quirk', quirk, active: run.quirks[quirk] });
}

/** Whether a suspected deviation is switched on, which is told only then: it was never seen. */
export function* suspects(run: Run, quirk: QuirkName): Script<boolean> {
  if (!run.quirks[quirk]) return false;
  yield meet(run, quirk);
  return true;
}

/** Tells that a bound of the simulator was reached. */
export function meetBound(run: Run, limit: BoundName): RunEvent {
  return event(run, { type: 'limit', limit, detail: bounds[limit].doc });
}

const noPlaces: readonly Place[] = [];

export function placeOf({ current }: Run): Place | undefined {
  return current?.stack.list.placeAt(current.position);
}

/** The list in which the current action stands. */
export function currentStack({ current }: Run): Stack {
  if (!current) throw new Error('nothing runs before the flow is saved');
  return current.stack;
}

export const isCall = ({ input }: Run) => input.referenceType === 'call';

/** Starts the bookkeeping of a run. */
export function createRun(input: RunInput, ids: IdSource, quirks: QuirkSwitches, stored: StoredLists): Run {
  const id = input.activeflowId ?? ids();
  return {
    input,
    ids,
    quirks,
    met: new Set(),
    id,
    referenceId: input.referenceId ?? nilId,
    clock: input.startedAt ?? 0,
    current: undefined,
    option: {},
    forward: undefined,
    variables: new Map(),
    textLeft: bounds['text-of-run'].value,
    used: 0,
    inCycle: 0,
    resumes: 0,
    speaksUntil: 0,
    callStatus: input.callStatus ?? (input.direction === 'outgoing' ? 'progressing' : 'ringing'),
    digitsReceived: 0,
    legs: [],
    bridges: new Map(),
    queue: undefined,
    recording: undefined,
    recordings: [],
    followUps: [],
    transcribed: new Set(),
    onCompleteFlowId: input.onCompleteFlowId ?? nilId,
    amdHangupAt: undefined,
    sessions: new Map(),
    flows: new Map(),
    stored,
    children: 0,
    calls: 0,
    caseId: undefined,
    externalMedia: 0,
  };
}
