/** What client and server say to each other beyond LSP. The client imports this file and no other of the server. */
import type { ShapeName } from '../flow/catalog/documents';

/** Server to client, after each round of checks on a document. */
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
