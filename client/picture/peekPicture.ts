import * as vscode from 'vscode';
import { type ActionNode, around, type FlowModel, locate, pictureOf, readFlow, writeSvg } from '../../flow';
import { languageId } from '../../server/protocol';
import { commandLink } from '../ui/harmless';
import { isJsoncDocument } from '../ui/isJsoncDocument';
import { notify } from '../ui/notify';
import { keysIn } from './drawing';
import { themeNow } from './exportPicture';
import type { LayOut } from './layouts';

/** VS Code cuts longer hovers. */
const maxLength = 100_000;
/** What fits into a hover, in pixels. */
const fitting = { width: 560, height: 240 };
/** Smaller than this a picture cannot be read. */
const leastScale = 0.75;

interface Peeked {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly at: vscode.Position;
  readonly text: vscode.MarkdownString;
}

/** The picture of an action's surroundings at the cursor, as a hover that is there when it is asked for. */
export function peeking(context: vscode.ExtensionContext, layOut: LayOut): () => Promise<void> {
  let peeked: Peeked | undefined;
  const provider: vscode.HoverProvider = {
    provideHover(document, at) {
      if (document !== peeked?.document || document.version !== peeked.version) return undefined;
      return at.isEqual(peeked.at) ? new vscode.Hover(peeked.text) : undefined;
    },
  };
  context.subscriptions.push(
    vscode.languages.registerHoverProvider({ language: languageId }, provider),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      // VS Code may report late that the cursor moved to this place.
      const isThere = textEditor.document === peeked?.document && selection?.active.isEqual(peeked.at);
      if (!isThere) peeked = undefined;
    }),
  );
  return async () => {
    const editor = vscode.window.activeTextEditor;
    const at = editor?.selection.active;
    const model = editor && modelOf(editor.document);
    const action = model && at && locate(model, editor.document.offsetAt(at)).action;
    if (!model || !at || !action)
      return void notify('information', 'There is no action at the cursor. Put the cursor into an action.');
    const { document } = editor;
    const { version } = document;
    // The picture is ready before the hover begins: a hover that waits ends when the pointer over the text moves.
    const text = await surroundings(document, model, action, layOut);
    if (!text) return;
    peeked = { document, version, at, text };
    await vscode.commands.executeCommand('editor.action.showHover');
  };
}

const modelOf = (document: vscode.TextDocument) => readFlow(document.getText(), { jsonc: isJsoncDocument(document) });

/** As an image, with a link to the whole picture; undefined if a newer one is asked for meanwhile. */
async function surroundings(
  { uri }: vscode.TextDocument,
  model: FlowModel,
  action: ActionNode,
  layOut: LayOut,
): Promise<vscode.MarkdownString | undefined> {
  const picture = pictureOf(model);
  const key = keysIn({ model, picture }).get(action) ?? '';
  const placed = await layOut(around(picture, key));
  if (!placed) return undefined;
  const svg = writeSvg(placed, { title: '', theme: themeNow(), focus: key });
  const data = btoa(String.fromCharCode(...new TextEncoder().encode(svg)));
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['voipbin.showPicture'] };
  const link = commandLink('Show Picture', 'voipbin.showPicture', [uri.toString()]);
  const { width, height } = placed;
  const scale = Math.min(1, fitting.width / width, Math.max(leastScale, fitting.height / height));
  const size = `width=${Math.round(width * scale)},height=${Math.round(height * scale)}`;
  const image = `![What leads to this action, and where it leads](data:image/svg+xml;base64,${data}|${size})`;
  return text.appendMarkdown(image.length < maxLength ? `${image}\n\n${link}` : link);
}
