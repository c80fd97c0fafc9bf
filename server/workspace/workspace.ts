import type { LinkedFlow } from '../protocol';
import { grouped } from '../text/grouped';
import type { ReadDocument } from '../text/rangeOf';
import { type FlowFacts, flowFacts } from './flowFacts';

/** A text of the workspace with what it means. */
export interface WorkspaceDocument extends ReadDocument {
  readonly version: number;
}

/** A flow file of the workspace, open or not. */
export interface FlowFile {
  readonly uri: string;
  /** Of the text in an editor; null where no editor has it. */
  readonly version: number | null;
  readonly facts: FlowFacts;
  /** The ids of the flows of VoIPbin that it stands for. */
  readonly ids: readonly string[];
  /** Its text; of a file that is not open the tree is not held, so that a large workspace does not fill the memory. */
  readonly read: () => WorkspaceDocument;
}

/** The flow files that the server knows of: those that are open, and those that a client told of. */
export interface Workspace {
  readonly files: () => readonly FlowFile[];
  /** The file of an address; undefined for one that is not a flow, and for an unknown one. */
  readonly file: (uri: string) => FlowFile | undefined;
  /** The files that stand for a flow of VoIPbin, the one that was linked last at the end; mostly one, and none where nothing says so. */
  readonly filesOf: (flowId: string) => readonly FlowFile[];
  /** The links to registered flows. */
  readonly links: () => readonly LinkedFlow[];
}

/** For a document that stands alone. */
export const noWorkspace: Workspace = {
  files: () => [],
  file: () => undefined,
  filesOf: () => [],
  links: () => [],
};

/** A file as it was told. */
interface Told {
  readonly text: string;
  readonly facts: FlowFacts;
  /** Questions come in crowds; where memory is wanted for something else, the text is read anew. */
  document?: WeakRef<WorkspaceDocument>;
}

interface WorkspaceDesk {
  /** The open flows. */
  readonly open: () => readonly WorkspaceDocument[];
  readonly openFlow: (uri: string) => WorkspaceDocument | undefined;
  readonly isOpen: (uri: string) => boolean;
  /** A text as a document that is not open. */
  readonly read: (uri: string, text: string) => WorkspaceDocument;
}

/** The workspace as a client tells of it, file by file. */
export interface ToldWorkspace extends Workspace {
  /** A flow file as it is on the disk; what an editor has of it goes before. */
  tell(uri: string, text: string, document: WorkspaceDocument): void;
  /** A file is gone, or does not belong to the workspace any more. */
  forget(uri: string): void;
  link(links: readonly LinkedFlow[]): void;
}

/** Beyond that files are known while they are open only. In UTF-16 code units, all together. */
export const maxText = 40_000_000;

export function createWorkspace({ open, openFlow, isOpen, read }: WorkspaceDesk): ToldWorkspace {
  const closed = new Map<string, Told>();
  let kept = 0;
  let linked: readonly LinkedFlow[] = [];
  let idsByUri: ReadonlyMap<string, string[]> = new Map();

  const forget = (uri: string) => {
    kept -= closed.get(uri)?.text.length ?? 0;
    closed.delete(uri);
  };
  const idsOf = (uri: string, { ownId }: FlowFacts) => {
    const ids = idsByUri.get(uri) ?? [];
    return ownId === undefined || ids.includes(ownId) ? ids : [...ids, ownId];
  };
  const openFile = (document: WorkspaceDocument): FlowFile => {
    const facts = flowFacts(document.model);
    const { uri, version } = document;
    return { uri, version, facts, ids: idsOf(uri, facts), read: () => document };
  };
  const closedFile = (uri: string, told: Told): FlowFile => ({
    uri,
    version: null,
    facts: told.facts,
    ids: idsOf(uri, told.facts),
    read() {
      const known = told.document?.deref();
      if (known) return known;
      const document = read(uri, told.text);
      told.document = new WeakRef(document);
      return document;
    },
  });
  const files = () => [
    ...open().map(openFile),
    ...[...closed].flatMap(([uri, told]) => (isOpen(uri) ? [] : [closedFile(uri, told)])),
  ];
  // A flow can name hundreds: what does not stand for the flow costs no more than a look.
  const filesOf = (flowId: string) => {
    const uris = linked.flatMap(({ id, uri }) => (id === flowId ? [uri] : []));
    const stands = (uri: string, { ownId }: FlowFacts) => ownId === flowId || uris.includes(uri);
    const found = open()
      .filter((document) => stands(document.uri, flowFacts(document.model)))
      .map(openFile);
    for (const [uri, told] of closed) if (stands(uri, told.facts) && !isOpen(uri)) found.push(closedFile(uri, told));
    return found.sort((a, b) => uris.lastIndexOf(a.uri) - uris.lastIndexOf(b.uri));
  };
  return {
    files,
    file(uri) {
      const document = openFlow(uri);
      if (document) return openFile(document);
      const told = isOpen(uri) ? undefined : closed.get(uri);
      return told && closedFile(uri, told);
    },
    filesOf,
    links: () => linked,
    tell(uri, text, document) {
      forget(uri);
      if (kept + text.length > maxText) return;
      kept += text.length;
      closed.set(uri, { text, facts: flowFacts(document.model) });
    },
    forget,
    link(links) {
      linked = links;
      idsByUri = grouped(links.map(({ uri, id }) => [uri, id]));
    },
  };
}
