import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { isTestFileName } from '../../flow/tests/fileNames';
import { createWorkspace, type ToldWorkspace, type WorkspaceDocument } from '../../server/workspace/workspace';
import { withCursor } from './cursor';
import { type OpenDocument, openDocument } from './openFlow';

export interface OpenWorkspace {
  readonly workspace: ToldWorkspace;
  /** The document of a file, as the server holds it. */
  readonly document: (name: string) => OpenDocument;
  readonly tests: () => readonly WorkspaceDocument[];
  /** Where the cursor `|` stands, of the one file that has one. */
  readonly cursor: { readonly name: string; readonly offset: number };
  readonly uriOf: (name: string) => string;
  /** The names of files in what was answered. */
  readonly nameOf: (uri: string) => string;
  /** The texts of the files that an edit changes, after it. */
  readonly after: (edit: WorkspaceEdit | null) => Readonly<Record<string, string>>;
  /** What stands at a range. */
  readonly at: (
    uri: string,
    range: { start: { line: number; character: number }; end: { line: number; character: number } },
  ) => string;
}

const folder = 'file:///shop/';

/** A workspace of files by name, below one folder; `open` names those that an editor has, `links` the flows that files stand for. */
export function openWorkspace(
  files: Readonly<Record<string, string>>,
  {
    open = [],
    links = {},
  }: { readonly open?: readonly string[]; readonly links?: Readonly<Record<string, string>> } = {},
): OpenWorkspace {
  let cursor = { name: '', offset: 0 };
  const texts = new Map(
    Object.entries(files).map(([name, marked]) => {
      // Braces of texts hold no bar, so that one bar is the cursor.
      if (!marked.includes('|')) return [name, marked];
      const { text, offset } = withCursor(marked);
      cursor = { name, offset };
      return [name, text];
    }),
  );
  const uriOf = (name: string) => folder + name;
  const nameOf = (uri: string) => uri.slice(folder.length);
  const document = (name: string) => openDocument(uriOf(name), texts.get(name) ?? '');
  const opened = new Map(open.map((name) => [uriOf(name), document(name)]));
  const workspace = createWorkspace({
    open: () => [...opened.values()],
    openFlow: (uri) => opened.get(uri),
    isOpen: (uri) => opened.has(uri),
    read: openDocument,
  });
  for (const [name, text] of texts) {
    const uri = uriOf(name);
    if (!isTestFileName(name) && !opened.has(uri)) workspace.tell(uri, text, document(name));
  }
  workspace.link(Object.entries(links).map(([id, name]) => ({ id, uri: uriOf(name), name: `Registered ${name}` })));
  return {
    workspace,
    document,
    tests: () => [...texts.keys()].filter(isTestFileName).map(document),
    cursor,
    uriOf,
    nameOf,
    after(edit) {
      const changes: [string, TextEdit[]][] = Object.entries(edit?.changes ?? {});
      return Object.fromEntries(
        changes.map(([uri, edits]) => {
          return [nameOf(uri), TextDocument.applyEdits(document(nameOf(uri)), edits)];
        }),
      );
    },
    at: (uri, range) => document(nameOf(uri)).getText(range),
  };
}
