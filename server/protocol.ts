/** What client and server say to each other beyond LSP. The client imports this file and no other of the server. */
import type { ShapeName } from '../flow/catalog/documents';

/** What a client says of itself as `experimental.voipbin` among its capabilities. A client that says nothing gets nothing beyond LSP. */
export interface VoipbinClient {
  /** It takes `statusNotification`. */
  readonly status?: boolean;
  /** Its command that shows the list of suggestions, run after an item was accepted that begins with a place for one. */
  readonly suggestCommand?: string;
  /** Its command that turns off a check, given the check's code and the address of the document. */
  readonly turnOffCommand?: string;
}

/** Server to client, after each round of checks on a document, where the client takes it. */
export const statusNotification = 'voipbin/status';

export interface DocumentStatus {
  readonly uri: string;
  readonly shape: ShapeName;
  readonly actions: number;
  readonly problems: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** Time the checks took, in ms. */
  readonly duration: number;
}

export const languageId = 'voipbin-flow';
