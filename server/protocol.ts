/** What client and server say to each other beyond LSP. The client imports only this file of the server. */
import type { ShapeName } from '../flow';

/** What a client says about itself as `experimental.voipbin` in its capabilities. A client that says nothing gets only LSP. */
export interface VoipbinClient extends ClientCommands {
  /** It accepts `statusNotification`. */
  readonly status?: boolean;
  /** It answers `readFileRequest` and `listFilesRequest`. */
  readonly readsFiles?: boolean;
}

/** The commands that a client has for answers of the server. Without one, what it does is not offered. */
export interface ClientCommands {
  /** Shows the list of suggestions. It runs after the user accepts an item that begins with a place for a suggestion. */
  readonly suggestCommand?: string | undefined;
  /** Registers a flow file if needed, and inserts the id of its flow, given a `FlowToUse`. Without it only registered flows are offered. */
  readonly useFlowCommand?: string | undefined;
  /** Shows places of a document, given the document's address, a position and locations, all as LSP has them. Without it a lens leads nowhere. */
  readonly showPlacesCommand?: string | undefined;
  /** Turns off a check, given the check's code and the address of the document. */
  readonly turnOffCommand?: string | undefined;
  /** These play the call that shows a finding, in the simulator and on a phone, given its document (`uri`), place (`offset`, UTF-16 code units) and `code`. */
  readonly playCommand?: string | undefined;
  readonly playOnPhoneCommand?: string | undefined;
}

/** Server to client, after each round of checks on a document, if the client accepts it. */
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

/**
 * Client to server: a flow file of the workspace as it is on the disk, so that the server knows which files name which. The findings of files that are not
 * open are shown.
 */
export const fileRequest = 'voipbin/file';

export interface WorkspaceFileText {
  readonly uri: string;
  /** Without it the file no longer exists, and its findings are removed. */
  readonly text?: string;
  /** Do not check it: `voipbin.checkWorkspace` is off. */
  readonly unchecked?: true;
}

/** Client to server, at the start and after changes: which file is which registered flow. */
export const linkedFlowsNotification = 'voipbin/linkedFlows';

export interface LinkedFlows {
  readonly flows: readonly LinkedFlow[];
}

export interface LinkedFlow {
  /** The id that VoIPbin gave the flow. */
  readonly id: string;
  readonly uri: string;
  /** The name under which VoIPbin lists it. */
  readonly name: string;
}

/** Server to client: the text of a file as it was saved, given its address. */
export const readFileRequest = 'voipbin/readFile';

/** Null if a file is not there, else why it is not read, as the rest of a sentence behind its name. */
export type FileText = string | null | { readonly fault: string };

/** Server to client: the addresses of the workspace's files of a kind. */
export const listFilesRequest = 'voipbin/listFiles';

export type FileKind = 'flow' | 'test';

/** A file whose flow id should be inserted. */
export interface FlowToUse {
  readonly file: string;
  /** The document that needs the id, the place in UTF-16 code units, and the text that is there now. */
  readonly uri: string;
  readonly offset: number;
  readonly text: string;
}

export const languageId = 'voipbin-flow';
