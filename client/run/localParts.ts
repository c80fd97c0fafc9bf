import type { WorldScript } from '../../flow';
import type { AddressBody } from '../api/bodies';
import type { Tracing } from './followRun';

/** What the VoIPbin in this process offers beyond its API. */
export interface LocalParts {
  readonly tracing: Tracing;
  /** Sets what happens outside the flows that begin from now on, except on phones. Undefined: nothing is set. */
  setWorld(world: WorldScript | undefined): void;
  /** Who is called by default: the phone beside the editor. */
  readonly phone: AddressBody;
  /** Who calls by default. */
  readonly caller: AddressBody;
  /** Calls a number of the local account from outside. */
  dial(call: IncomingCall): { readonly callId: string } | { readonly problem: string };
  /** Sends a text message to a number of the local account from outside. */
  text(message: {
    readonly number: string;
    readonly from: AddressBody;
    readonly text: string;
  }): { readonly activeflowId: string } | { readonly problem: string };
}

/** A call to a number of the local account, and what answers it. Default: the flow of the number. */
export interface IncomingCall {
  readonly number: string;
  readonly from: AddressBody;
  /** JSON of a list of actions, or the id of a flow that the account has. */
  readonly answeredBy?:
    | { readonly actions: string; readonly onCompleteFlowId?: string | undefined }
    | { readonly flowId: string }
    | undefined;
}
