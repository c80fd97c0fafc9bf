import type { JsonObject } from '../json/jsonValue';
import type { RunError } from './errors';
import type { ActionPlace } from './place';
import type { Answer, LegState, Question } from './questions';
import type { QuirkName } from './quirks';
import type { BoundName } from './run/bounds';
import type { RunInput } from './runInput';

/** How the run came to an action that is not simply the next in the list. */
export type JumpEdge =
  | 'next_id'
  | 'goto'
  | 'branch-case'
  | 'branch-default'
  | 'condition-false'
  /** Back to the first action, because an id is the reserved start id. */
  | 'restart'
  /** An agent was found for a queued call. */
  | 'queue-agent'
  /** The queue gave the call back. */
  | 'queue-timeout';

/** One comparison of a condition. */
export interface ConditionPart {
  /** `value`, `length`, `weekday`, `month`, `day`, `hour`, `minute`, `digits` or `status`. */
  readonly what: string;
  readonly left: string | number;
  readonly operator: string;
  readonly right: string | number;
  readonly holds: boolean;
}

/** How and why the run jumps. */
export interface Jump {
  readonly edge: JumpEdge;
  /** For a branch: the variable, its value and the case that matched (undefined for the default). */
  readonly branch?: { readonly variable: string; readonly value: string; readonly matched: string | undefined };
  /** For a goto: jumps that are left after this one. Undefined if its count never ends. */
  readonly left?: number;
}

/** Why an action had no effect. */
export type SkipReason =
  | 'media' // the reference is of another kind
  | 'unknown-type'
  | 'not-implemented' // the platform accepts it but does nothing
  | 'decode' // the option cannot be read
  | 'not-answered' // needs an answered call
  | 'call-over' // the call is hung up already
  | 'refused' // a service refused
  | 'limit' // a bound of the simulator
  | 'nothing-to-do'; // an option is missing without which there is nothing to do

export type RunOutcome =
  | 'finished' // end of the list, `stop`, the reserved finish id, an unknown `next_id`
  | 'stopped' // the engine met an error
  | 'blocked' // parked forever
  | 'hangup' // the call was hung up: by the action `hangup`, by a party, by the detector
  | 'refused'; // the platform would not even save the flow

interface Bodies {
  start: { readonly input: RunInput; readonly actions: number; readonly variables: Readonly<Record<string, string>> };
  /** An action became the current one. It runs when the generator continues. */
  action: {
    readonly action: string;
    readonly id: string;
    /** With variables replaced; `{}` if absent. */
    readonly option: JsonObject;
    /** The media class does not fit, or the type is unknown. It has no effect but counts as an execution. */
    readonly skipped: boolean;
    /** Executions used so far, including this one. */
    readonly used: number;
    /** Executions that a run can use. Undefined if the deviation `budget-101-actions` is switched off. */
    readonly limit: number | undefined;
  };
  'action-end': {
    readonly action: string;
    /** `failed`: it should have had an effect and has none; the flow continues. */
    readonly result: 'done' | 'skipped' | 'failed';
    readonly reason: SkipReason | undefined;
    /** One sentence for people. */
    readonly detail: string | undefined;
    /** The jump that stops the flow: it leads nowhere. */
    readonly jump?: Jump;
  };
  variable: {
    readonly name: string;
    /** `undefined` deletes the variable. Nothing in a flow can do this, only the end of a queue. */
    readonly value: string | undefined;
    readonly previous: string | undefined;
    readonly by: 'variable_set' | 'branch' | 'key' | 'platform' | 'ai';
  };
  jump: Jump & { readonly to: ActionPlace };
  /** A condition was tested. If it is false, a jump follows. */
  test: { readonly holds: boolean; readonly parts: readonly ConditionPart[]; readonly detail?: string };
  /** A nested list begins. */
  enter: { readonly list: 'flow' | 'fetch' | 'pushed'; readonly key: string; readonly actions: number };
  /** A nested list has ended. `to` is the next action of the list that pushed it. */
  return: { readonly to: ActionPlace };
  /** The call was answered. */
  answered: { readonly by: 'talk' | 'answer' | 'bridge' };
  said: { readonly text: string; readonly language: string; readonly async: boolean; readonly duration: number };
  played: { readonly urls: readonly string[] };
  key: { readonly key: string; readonly digits: string };
  leg: { readonly leg: LegState; readonly reason?: string };
  /** Another run begins: of a `call`, or of a flow that follows something that ended. The driver runs it. */
  child: { readonly child: ChildRun };
  /** A named deviation decides what happens here. `active` says whether it is switched on. */
  quirk: { readonly quirk: QuirkName; readonly active: boolean };
  /** A bound of the simulator was reached: from here on the run differs from VoIPbin. */
  limit: { readonly limit: BoundName; readonly detail: string };
  question: { readonly question: Question };
  /** A question had no answer, and this was assumed. */
  assumed: { readonly question: Question; readonly answer: Answer; readonly detail: string };
  end: RunEnd;
}

/** The end of a run. */
export interface RunEnd {
  readonly outcome: RunOutcome;
  readonly error: RunError | null;
  /** One sentence for people: why. */
  readonly detail: string;
  /** For `hangup`: who hung up and with which reason. */
  readonly hangup?: { readonly by: 'flow' | 'caller' | 'callee' | 'platform'; readonly reason: string };
  readonly used: number;
  readonly limit: number | undefined;
}

export interface ChildRun {
  readonly cause: 'call' | 'on_complete' | 'on_end';
  /** Position among the children of the run, from 0. */
  readonly child: number;
  /** For `call`: how many calls of `call` actions came before. This number selects the child's world. */
  readonly call?: number;
  readonly destination?: JsonObject;
  /** The id of the call or group call. */
  readonly callId?: string;
  /** The child is hung up when the parent ends. */
  readonly chained?: boolean;
  readonly input: RunInput;
}

export type RunEventType = keyof Bodies;
export type EventBody = { [T in RunEventType]: { readonly type: T } & Bodies[T] }[RunEventType];

/** What happens in a run, in order. */
export type RunEvent = EventBody & {
  /** Virtual ms since the start of the outermost run. */
  readonly time: number;
  /** The current action; undefined before the first. */
  readonly place: ActionPlace | undefined;
  /** The actions whose nested lists are running, outermost first. */
  readonly stack: readonly ActionPlace[];
};
