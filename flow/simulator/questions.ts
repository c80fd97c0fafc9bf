import { sendingTypes } from '../catalog/sendingTypes';
import type { WaitReason } from '../catalog/waitReasons';
import type { JsonObject, JsonValue } from '../json/jsonValue';

/** One called party of a `connect`. */
export interface LegState {
  /** Position among all legs that the run has dialled so far, from 0. */
  readonly leg: number;
  readonly id: string;
  readonly destination: JsonObject;
  readonly status: 'ringing' | 'answered' | 'over';
  /** Virtual ms at which it reached the status. */
  readonly since: number;
}

/** Waiting: time passes until `until`, or until something happens outside. The only question that lets time pass. */
export interface WaitQuestion {
  readonly kind: 'wait';
  readonly for: WaitReason;
  /** Virtual ms at which the wait began. */
  readonly began: number;
  /** Virtual ms of the last event in this wait. */
  readonly since: number;
  /** Virtual ms at which the wait ends by itself. Undefined if only the outside can end it. */
  readonly until: number | undefined;
  /** Virtual ms at which the run itself ends the wait, if it lasts that long: an agent comes, the call is hung up. */
  readonly interruptAt?: number | undefined;
  /**
   * What a key does: `collect` appends it to `voipbin.call.digits` and may end the wait, `replace` stores it as the only
   * digit, `replace-and-end` ends the wait too, `ignore` if there is no call that could send a key.
   */
  readonly keys: 'collect' | 'replace' | 'replace-and-end' | 'ignore';
  /** For `digits`: how many `digits_receive` the run executed before this one. */
  readonly nth?: number | undefined;
  /** How many answers this wait has had so far, except `nothing`. For `digits` this is the number of its keys, if nothing else happens. */
  readonly received?: number | undefined;
  readonly legs?: readonly LegState[] | undefined;
  /** The wait is part of a `queue_join`, and an agent may take the call: {@link QueueAnswer}'s queue. */
  readonly queueId?: string | undefined;
  /** For `amd`: the flow does not wait, and time does not pass; the answer happens while the flow continues. */
  readonly background?: true | undefined;
  /** For `ai` and `conference`: which one. */
  readonly resourceId?: string | undefined;
  /** What a driver with sound can play: the spoken text or the URLs. */
  readonly media?:
    | { readonly text?: string; readonly language?: string; readonly urls?: readonly string[] }
    | undefined;
}

/** Types of actions with which a service of the platform is asked to do something. */
export const services = [
  ...sendingTypes,
  'ai_summary',
  'ai_talk',
  'ai_task',
  'case_create',
  'external_media_start',
  'recording_start',
  'transcribe_recording',
  'transcribe_start',
] as const;

/** A service of the platform is asked to do something; it may refuse. */
export interface RequestQuestion {
  readonly kind: 'request';
  readonly service: (typeof services)[number];
  /** The option as the service gets it, substituted. */
  readonly body: JsonObject;
}

/** What the outside must decide. A run yields it in a `question` event and gets the answer through `next`. */
export type Question =
  | WaitQuestion
  | RequestQuestion
  /** Calls are placed. `first` is the number that the first leg gets. */
  | {
      readonly kind: 'dial';
      readonly by: 'call' | 'connect';
      readonly source: JsonObject | undefined;
      readonly destinations: readonly JsonObject[];
      readonly anonymous: string;
      readonly first: number;
    }
  | { readonly kind: 'fetch'; readonly url: string; readonly method: string; readonly body: JsonObject }
  /** The actions of a stored flow. */
  | { readonly kind: 'flow'; readonly flowId: string }
  | { readonly kind: 'queue'; readonly queueId: string }
  | { readonly kind: 'conference'; readonly conferenceId: string }
  /** The date and time at virtual time 0. */
  | { readonly kind: 'clock' }
  /** The status of the call; `status` is what the run itself knows. */
  | { readonly kind: 'call_status'; readonly status: string }
  /** The text of `voipbin.flow.reference_data`. */
  | { readonly kind: 'reference_data'; readonly referenceType: string };

/** Time passes until the wait ends by itself or is interrupted. If only the outside can end it, it ends as {@link assume} says. */
export interface PassAnswer {
  readonly kind: 'pass';
}
/** Something that happens during a wait. `at` is in virtual ms; without it, it happens at once. */
export type HappeningAnswer =
  | { readonly kind: 'key'; readonly key: string; readonly at?: number | undefined }
  /** The run is stopped from outside, as by `POST /activeflows/{id}/stop`. */
  | { readonly kind: 'stop'; readonly at?: number | undefined }
  /** The other party of the run's own call hangs up; `platform`: VoIPbin does, after a request. */
  | { readonly kind: 'hangup'; readonly by?: 'platform' | undefined; readonly at?: number | undefined }
  /** The wait ends early: the file was short, the bridge was left, the AI session ended. `sets`: variables that the AI has set. */
  | {
      readonly kind: 'over';
      readonly at?: number | undefined;
      readonly sets?: Readonly<Record<string, string>> | undefined;
    }
  /** Nothing: time runs to `at`, and the same wait is asked again. */
  | { readonly kind: 'nothing'; readonly at?: number | undefined }
  /** A called party changes its status. */
  | {
      readonly kind: 'leg';
      readonly leg: number;
      readonly becomes: 'answered' | 'over';
      /** For `over`: busy, noanswer, failed, normal, … as the platform's hangup reasons. */
      readonly reason?: string | undefined;
      readonly at?: number | undefined;
    }
  /** The detector has decided. */
  | { readonly kind: 'amd'; readonly result: 'human' | 'machine'; readonly at?: number | undefined }
  /** An agent takes the queued call. */
  | { readonly kind: 'agent'; readonly at?: number | undefined }
  /** The queue returns the call, because no agent took it in time. */
  | { readonly kind: 'queue-timeout'; readonly at?: number | undefined };

export interface QueueAnswer {
  readonly kind: 'queue';
  readonly waitFlowId?: string | undefined;
  readonly name?: string | undefined;
  readonly detail?: string | undefined;
  /** Both in ms, as the platform's variables have them. */
  readonly waitTimeout?: number | undefined;
  readonly serviceTimeout?: number | undefined;
  /** ms until an agent takes the call. Undefined if the answer `agent` to a wait decides this, or no agent comes. */
  readonly agentAfter?: number | undefined;
}

/** The answer to a question. Every question also accepts `undefined`: the run then assumes something and says so. */
export type Answer =
  | PassAnswer
  | HappeningAnswer
  | QueueAnswer
  /** To `request`: done. `variables` are set for the run, as the service would. */
  | { readonly kind: 'accepted'; readonly variables?: Readonly<Record<string, string>> | undefined }
  /** To `request` and `dial`. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** To `dial`: for each destination the id of its call or group call, or undefined if none was made. */
  | {
      readonly kind: 'dialled';
      readonly legs: readonly ({ readonly id: string; readonly group: boolean } | undefined)[];
    }
  /** To `fetch`; `at` in virtual ms, if the request took time. */
  | { readonly kind: 'response'; readonly status: number; readonly body: string; readonly at?: number | undefined }
  /** To `fetch`: no answer came. */
  | { readonly kind: 'unreachable'; readonly at?: number | undefined }
  | StoredFlow
  | { readonly kind: 'conference'; readonly preFlowId?: string | undefined }
  /** To `flow`, `queue`, `conference`: there is none with this id. */
  | { readonly kind: 'missing' }
  /** To `clock`: an ISO 8601 text or ms since 1970, in UTC. */
  | { readonly kind: 'clock'; readonly now: string | number }
  | { readonly kind: 'call_status'; readonly status: string }
  | { readonly kind: 'reference_data'; readonly text: string };

/** To `flow`: its actions as a client would send them, or a list that {@link saveActions} has already made. */
export interface StoredFlow {
  readonly kind: 'flow';
  readonly actions: JsonValue | undefined;
  readonly onCompleteFlowId?: string | undefined;
}
