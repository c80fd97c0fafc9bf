import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import type { RunError, RunFailure } from '../errors';
import type { EventBody, Jump, RunEnd, RunEvent, SkipReason } from '../events';
import type { IdSource } from '../ids';
import type { ActionPlace } from '../place';
import type { Answer, LegState } from '../questions';
import type { QuirkName, QuirkSwitches } from '../quirks';
import type { RunInput } from '../runInput';
import type { ActionList } from '../stack/actionList';
import type { Position, Stack } from '../stack/stackMap';
import { type BoundName, bounds } from './bounds';

/** A part of a run: it yields events, takes answers and ends with a value. */
export type Script<T> = Generator<RunEvent, T, Answer | undefined>;

/** What one action leads to. */
export type Continuation =
  | {
      readonly kind: 'next';
      readonly result?: 'failed' | undefined;
      readonly reason?: SkipReason | undefined;
      readonly detail?: string | undefined;
    }
  /** A jump: the next action is already known. */
  | {
      readonly kind: 'jump';
      readonly to: Position;
      readonly jump: Jump;
    }
  /** The run leaves the lists down to this action. The action after it follows. */
  | { readonly kind: 'return'; readonly to: Position }
  | ({ readonly kind: 'stop'; readonly jump?: Jump } & RunFailure)
  | ({ readonly kind: 'end' } & Pick<RunEnd, 'outcome' | 'detail' | 'hangup'>);

/** The action had its effect; the flow continues. */
export const next: Continuation = { kind: 'next' };

/** The action had its effect, with a detail for people; the flow continues. */
export const nextAs = (detail: string): Continuation => ({ kind: 'next', detail });

export const stop = (error: RunError, detail: string): Extract<Continuation, { kind: 'stop' }> => ({
  kind: 'stop',
  error,
  detail,
});

/** The action has no effect, and the flow continues. */
export const failed = (reason: SkipReason, detail: string): Continuation => ({
  kind: 'next',
  result: 'failed',
  reason,
  detail,
});

/** What an action that needs the call does when the call is hung up already. */
export const callOver = failed('call-over', 'The call has already ended.');

export interface Bridge {
  /** Positions in `legs`. */
  readonly legs: readonly number[];
  /** The flow continues if its legs end before one answers. */
  readonly advances: boolean;
}

/** A `queue_join` in progress. */
export interface QueueState {
  readonly id: string;
  readonly stack: Stack;
  readonly agentAt: number | undefined;
  /** An agent has taken the call. */
  taken: boolean;
  /** The queue has given up without an effect: no agent comes any more. */
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
  /** ms after which VoIPbin ends it. Undefined: only the AI or the call ends it. */
  readonly longest: number | undefined;
}

/** A flow that the platform starts when a part of this run ends. */
export interface FollowUp {
  readonly flowId: string;
  readonly referenceType: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What all runs of a simulation share: each stored flow is saved once, so its ids are the same in all of them. */
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
  /** The option of the current action, with variables replaced. */
  option: JsonObject;
  forward: Position | undefined;
  readonly variables: Map<string, string>;
  /** Characters that substitution may still write in this run. */
  textLeft: number;
  used: number;
  /** Executions since the last wait, and the number of waits: the documented budget counts these. */
  inCycle: number;
  resumes: number;
  /** Virtual ms until which an async `talk` sounds while the flow continues. */
  speaksUntil: number;
  /** dialing, ringing, progressing, hangup; not used for references other than calls. */
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
  /** When the detector of an `amd` that does not wait will hang up. */
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

/** Adds time and place to an event. */
export function event(run: Run, body: EventBody): RunEvent {
  return { time: run.clock, place: placeOf(run), stack: run.current?.stack.callers ?? noPlaces, ...body };
}

/** Reports that a named deviation decides what happens here. */
export function meet(run: Run, quirk: QuirkName): RunEvent {
  run.met.add(quirk);
  return event(run, { type: 'quirk', quirk, active: run.quirks[quirk] });
}

/** Whether a suspected deviation is switched on. It is reported only then, because it was never seen. */
export function* suspects(run: Run, quirk: QuirkName): Script<boolean> {
  if (!run.quirks[quirk]) return false;
  yield meet(run, quirk);
  return true;
}

/** Reports that a bound of the simulator was reached. */
export function meetBound(run: Run, limit: BoundName): RunEvent {
  return event(run, { type: 'limit', limit, detail: bounds[limit].doc });
}

const noPlaces: readonly ActionPlace[] = [];

export function placeOf({ current }: Run): ActionPlace | undefined {
  return current?.stack.list.placeAt(current.position);
}

/** The list of the current action. */
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
    referenceId: input.referenceId ?? nilUuid,
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
    onCompleteFlowId: input.onCompleteFlowId ?? nilUuid,
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
