import * as vscode from 'vscode';
import { isSameText } from '../run/followDocuments';

/**
 * The text of a picture, by its address. VS Code closes a document with its last editor and makes another object when it opens the text again, and a
 * closed one shows no change and tells of none.
 */
export interface FollowedText {
  /** The document that is open now; the last one where none is. */
  document(): vscode.TextDocument;
  /** The same, opened again if it was closed; undefined if its file no longer exists. */
  open(): Promise<vscode.TextDocument | undefined>;
  /** The file no longer exists, or cannot be opened. */
  isGone(): boolean;
  isThis(document: vscode.TextDocument): boolean;
  /** Its address. */
  uri(): string;
  dispose(): void;
}

export interface TextEvents {
  /** VS Code has another document for the text, or the file no longer exists. */
  readonly changed: () => void;
  /** The text has another address: its file was renamed, or the new text was saved. */
  readonly moved: (uri: vscode.Uri) => void;
  /** A new text was closed and not saved. */
  readonly lost: () => void;
}

export function followText(first: vscode.TextDocument, { changed, moved, lost }: TextEvents): FollowedText {
  let { uri } = first;
  let last = first;
  let isGone = false;
  let isDisposed = false;
  /** The file to which the new text was saved. */
  let saved: vscode.TextDocument | undefined;
  const isThis = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
  const document = () => {
    if (last.isClosed || !isThis(last)) last = vscode.workspace.textDocuments.find(isThis) ?? last;
    return last;
  };
  const open = async () => {
    const now = document();
    if (!now.isClosed && isThis(now)) return now;
    // An address of a new text would give another one, an empty one.
    if (uri.scheme === 'untitled') return undefined;
    const asked = uri;
    const opened = await vscode.workspace.openTextDocument(asked).then(undefined, () => undefined);
    if (isDisposed) return undefined;
    if (asked !== uri) return open();
    const wasGone = isGone;
    isGone = opened === undefined;
    if (opened) last = opened;
    if (isGone !== wasGone) changed();
    return opened;
  };
  const openAgain = async () => {
    await open();
    if (!isDisposed) changed();
  };
  const move = (to: vscode.Uri) => {
    uri = to;
    moved(to);
    void openAgain();
  };
  /** VS Code opens or fills the file before it closes the text without one, so that both have the same text; a formatter may run in between. */
  const appeared = (other: vscode.TextDocument) => {
    if (isThis(other)) {
      last = other;
      isGone = false;
      changed();
    } else if (uri.scheme === 'untitled' && other.uri.scheme !== 'untitled') {
      if (isSameText(other.getText(), document().getText())) saved = other;
    }
  };
  const listening = [
    vscode.workspace.onDidOpenTextDocument(appeared),
    vscode.workspace.onDidSaveTextDocument((other) => {
      if (!isThis(other)) appeared(other);
    }),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      // Where it is still open, only its language has changed.
      if (!isThis(closed) || !closed.isClosed) return;
      if (uri.scheme !== 'untitled') void openAgain();
      else if (saved && !saved.isClosed) move(saved.uri);
      else lost();
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        const to = renamed(uri, oldUri, newUri);
        if (to) move(to);
      }
    }),
  ];
  return {
    document,
    open,
    isGone: () => isGone,
    isThis,
    uri: () => uri.toString(),
    dispose() {
      isDisposed = true;
      for (const disposable of listening) disposable.dispose();
    },
  };
}

/** The new address of a file that was renamed, or that is in a folder that was; undefined for others. */
function renamed(uri: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri | undefined {
  const [own, old] = [uri.toString(), from.toString()];
  if (own === old) return to;
  return own.startsWith(`${old}/`) ? to.with({ path: to.path + uri.path.slice(from.path.length) }) : undefined;
}
