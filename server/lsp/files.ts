import type { Connection } from 'vscode-languageserver';
import { faultOfFile } from '../../flow';
import { type FileText, languageId, listFilesRequest, readFileRequest } from '../protocol';
import { isSameFile } from '../workspace/pathFrom';
import type { FlowDocument } from './flowDocument';

/** Files that need not be open. */
export interface Files {
  /** A file as its editor has it, else as it was saved; undefined where there is none, or why it is not read. */
  read(uri: string): Promise<FlowDocument | UnreadFile | undefined>;
  /** The addresses of the test files of the workspace; undefined where the client cannot say. */
  listTests(): Promise<readonly string[] | undefined>;
}

export interface UnreadFile {
  /** The rest of a sentence behind the name of the file. */
  readonly fault: string;
}

export const isUnread = (read: FlowDocument | UnreadFile): read is UnreadFile => 'fault' in read;

/**
 * The text of a file of this machine. What a file is refused for is passed in: `main.ts` loads hosts late, and of what they import esbuild would keep
 * the whole door to `flow`.
 */
export type ReadFile = (uri: string, faultOf: typeof faultOfFile) => Promise<FileText>;

interface FilesDesk {
  readonly open: () => readonly FlowDocument[];
  readonly create: (uri: string, language: string, version: number, text: string) => FlowDocument;
  readonly readsFiles: () => boolean;
  /** The disk of the host, for clients that cannot be asked. */
  readonly readFile: ReadFile | undefined;
}

/** So many files stay read, with their models. */
const maxKept = 50;

export function createFiles(connection: Connection, { open, create, readsFiles, readFile }: FilesDesk): Files {
  const kept = new Map<string, FlowDocument>();
  const readText = (uri: string) =>
    readsFiles()
      ? connection.sendRequest<FileText>(readFileRequest, { uri }).catch(() => null)
      : readFile?.(uri, faultOfFile).catch(() => null);
  return {
    async read(uri) {
      const shown = open().find((document) => isSameFile(document.uri, uri));
      if (shown) return shown;
      const text = await readText(uri);
      const known = kept.get(uri);
      kept.delete(uri);
      if (typeof text !== 'string') return typeof text?.fault === 'string' ? text : undefined;
      const document = known?.text === text ? known : create(uri, languageId, 0, text);
      kept.set(uri, document);
      for (const [oldest] of kept) if (kept.size > maxKept) kept.delete(oldest);
      return document;
    },
    listTests: async () =>
      readsFiles()
        ? await connection.sendRequest<string[]>(listFilesRequest, { kind: 'test' }).catch(() => undefined)
        : undefined,
  };
}
