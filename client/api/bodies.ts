import type { AddressKey } from '../../flow';

/** What VoIPbin is sent. Names are those of its API. */

export type AddressBody = { readonly [key in AddressKey]?: string } & { readonly type: string };

/** An address that VoIPbin tells: what it does not know is undefined. */
export type FoundAddress = { readonly [Part in keyof AddressBody]?: AddressBody[Part] | undefined };

export interface CallBody {
  readonly source?: AddressBody;
  readonly destinations: readonly AddressBody[];
  /** Counts for more than `actions`. */
  readonly flow_id?: string;
  readonly actions?: readonly unknown[];
  readonly anonymous?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** How the destinations of a group call ring, and what becomes of the others when one answers. */
export interface GroupMethods {
  readonly ring_method?: string;
  readonly answer_method?: string;
}

export interface GroupcallBody
  extends Pick<CallBody, 'source' | 'destinations' | 'flow_id' | 'actions'>,
    GroupMethods {}

export interface ActiveflowBody {
  /** VoIPbin takes it over, so that the activeflow can be found whatever becomes of the answer. */
  readonly id?: string;
  readonly flow_id?: string;
  readonly actions?: readonly unknown[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly webhook_uri?: string;
  readonly webhook_method?: string;
}

/**
 * All of a flow that can be written. Nothing is optional because an update replaces everything: what is not sent is emptied.
 * Source: bin-flow-manager/pkg/flowhandler/db.go.
 */
export interface FlowBody {
  readonly name: string;
  readonly detail: string;
  readonly actions: readonly unknown[];
  readonly on_complete_flow_id: string | undefined;
}

/** Which flows answer a number: ids of flows, the nil UUID for none. */
export interface NumberFlowsBody {
  readonly call_flow_id: string;
  readonly message_flow_id: string;
}
