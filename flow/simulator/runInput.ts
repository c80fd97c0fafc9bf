import type { JsonObject, JsonValue } from '../json/jsonValue';
import type { Path } from '../json/node';
import type { ActionList } from './stack/actionList';

export interface Dials {
  readonly destination: JsonObject;
  readonly early?: boolean | undefined;
  /** The other parties that the same request, or the same action, calls: each has a call and a run of its own. As a world says a `destination`. */
  readonly others?: readonly Readonly<Record<string, string>>[] | undefined;
}

/** What a run starts with. */
export interface RunInput {
  /** The actions as a client sends them: the value of `actions`. The run first saves them, as the platform does. */
  readonly actions?: JsonValue | undefined;
  /** Actions that are already saved; `actions` is then ignored. */
  readonly saved?: ActionList | undefined;
  /** A stored flow to run if there is neither `actions` nor `saved`. The run asks for it. */
  readonly flowId?: string | undefined;
  /** `call`, `api`, `conversation`, `transcribe`, `ai`, `campaign`, `webchat`, `recording` or `""`; others skip everything. */
  readonly referenceType: string;
  /** A nil UUID when absent. */
  readonly referenceId?: string | undefined;
  /** For calls: `incoming` (default) begins ringing, `outgoing` answered unless `early`. */
  readonly direction?: 'incoming' | 'outgoing' | undefined;
  /** The status of the call at the start, if it differs. */
  readonly callStatus?: string | undefined;
  /** The party that is dialled before the flow starts; `early` starts it while that party still rings. */
  readonly dials?: Dials | undefined;
  /** The whole variable map at the start; `voipbin.activeflow.*` is added. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Those of the variables that every call has so: what is said of its parties. The platform sets the same variables to something else in other calls. */
  readonly fixed?: readonly string[] | undefined;
  readonly activeflowId?: string | undefined;
  readonly referenceActiveflowId?: string | undefined;
  readonly onCompleteFlowId?: string | undefined;
  /** How many flows of a chain of `on_complete_flow_id` came before. */
  readonly completeCount?: number | undefined;
  /** How many runs of such a chain really came before: a flow can set the platform's own count. */
  readonly generation?: number | undefined;
  /** The end of another run started this one. */
  readonly follows?: 'on_complete' | 'on_end' | undefined;
  /** Path of the list of actions in the document, for the places of events; `['actions']` when absent. */
  readonly path?: Path | undefined;
  /** The document is one action, which is in no list: `path` is that of the action. */
  readonly isOneAction?: boolean | undefined;
  /** Virtual ms at which the run starts; 0 when absent. */
  readonly startedAt?: number | undefined;
  /** Virtual ms at which the call is hung up from outside, whatever happens: a chained call whose parent ends. */
  readonly endsAt?: number | undefined;
}
