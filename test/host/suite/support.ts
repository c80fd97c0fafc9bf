import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A new document with a flow in it, shown in an editor. The cursor stands where `|` stood, or at the start. */
export async function open(marked: string, language = 'voipbin-flow'): Promise<vscode.TextEditor> {
  const offset = marked.indexOf('|');
  const content = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  // While a file without a name is being closed, VS Code can give its name and its text to the next one.
  let document = await vscode.workspace.openTextDocument({ language, content });
  while (document.getText() !== content) document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(Math.max(offset, 0));
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

/** Resolves as soon as a condition holds; it is looked at now and after each event. Before Mocha gives up, it rejects with the condition. */
export function until<T, E>(event: vscode.Event<E>, holds: () => T | undefined | false): Promise<T> {
  const never = new Error(`This did not come true: ${holds}`);
  return new Promise((resolve, reject) => {
    const now = holds();
    if (now) return resolve(now);
    const listening = event(() => {
      const later = holds();
      if (later) end(() => resolve(later));
    });
    const limit = setTimeout(() => end(() => reject(never)), 25_000);
    const end = (settle: () => void) => {
      clearTimeout(limit);
      listening.dispose();
      settle();
    };
  });
}

/** What is there after some time, for what tells of no event. */
export async function eventually<T>(find: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (let left = 400; left > 0; left--) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen.');
}

/** The diagnostics of a document as soon as the wanted one is among them. */
export function diagnosticsWith(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    return all.some((diagnostic) => codeOf(diagnostic) === code) ? all : undefined;
  });
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** What VS Code offers at the cursor. */
export async function completionsAt(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items;
}

export const labelOf = (item: vscode.CompletionItem) =>
  typeof item.label === 'string' ? item.label : item.label.label;

/** All hovers at a place, as one text. */
export async function hoverAt(editor: vscode.TextEditor, at = editor.selection.active): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    at,
  );
  return hovers
    .flatMap((hover) => hover.contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

/** Puts the cursor behind a piece of text that the document has once. */
export function placeCursor(editor: vscode.TextEditor, behind: string): void {
  const text = editor.document.getText();
  const offset = text.indexOf(behind);
  assert.ok(offset >= 0 && text.indexOf(behind, offset + 1) < 0, `the document has "${behind}" exactly once`);
  const at = editor.document.positionAt(offset + behind.length);
  editor.selection = new vscode.Selection(at, at);
}
