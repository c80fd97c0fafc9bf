import * as vscode from 'vscode';
import { around, pictureOf, writeSvg } from '../../flow/layout';
import { type ActionNode, buildFlowModel, type FlowModel } from '../../flow/model/flowModel';
import { locate } from '../../flow/model/locate';
import { languageId } from '../../server/protocol';
import { commandLink } from '../ui/harmless';
import { isJsoncDocument } from '../ui/isJsoncDocument';
import { notify } from '../ui/notify';
import { themeNow } from './exportPicture';
import type { LayOut } from './layouts';

/** VS Code shows no more of a hover. */
const maxLength = 100_000;
/** What fits into a hover, in pixels. */
const widest = 560;

/** The picture of an action's surroundings at the cursor, as a hover that is there when it is asked for. */
export function peeking(context: vscode.ExtensionContext, layOut: LayOut): () => Promise<void> {
  let wanted: { readonly document: vscode.TextDocument; readonly at: vscode.Position } | undefined;
  const provider: vscode.HoverProvider = {
    async provideHover(document, at) {
      if (document !== wanted?.document || !at.isEqual(wanted.at)) return undefined;
      const model = modelOf(document);
      const { action } = locate(model, document.offsetAt(at));
      const text = action && (await surroundings(document, model, action, layOut));
      return text && new vscode.Hover(text);
    },
  };
  context.subscriptions.push(
    vscode.languages.registerHoverProvider({ language: languageId }, provider),
    vscode.window.onDidChangeTextEditorSelection(() => {
      wanted = undefined;
    }),
  );
  return async () => {
    const editor = vscode.window.activeTextEditor;
    const at = editor?.selection.active;
    const action = editor && at && locate(modelOf(editor.document), editor.document.offsetAt(at)).action;
    if (!editor || !at || !action) {
      void notify('information', 'There is no action at the cursor. Put the cursor into an action.');
      return;
    }
    wanted = { document: editor.document, at };
    await vscode.commands.executeCommand('editor.action.showHover');
  };
}

const modelOf = (document: vscode.TextDocument) =>
  buildFlowModel(document.getText(), { jsonc: isJsoncDocument(document) });

/** As an image, with a way to the whole picture; undefined where a newer one is asked for meanwhile. */
async function surroundings(
  { uri }: vscode.TextDocument,
  model: FlowModel,
  action: ActionNode,
  layOut: LayOut,
): Promise<vscode.MarkdownString | undefined> {
  const picture = pictureOf(model);
  const key =
    picture.nodes.find((node) => node.kind === 'action' && picture.actions.get(node.key) === action)?.key ?? '';
  const placed = await layOut(around(picture, key));
  if (!placed) return undefined;
  const svg = writeSvg(placed, { title: '', theme: themeNow(), focus: key });
  const data = btoa(String.fromCharCode(...new TextEncoder().encode(svg)));
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['voipbin.showPicture'] };
  const link = commandLink('Show Picture', 'voipbin.showPicture', [uri.toString()]);
  const image = `![What leads to this action, and where it leads](data:image/svg+xml;base64,${data}|width=${Math.min(placed.width, widest)})`;
  return text.appendMarkdown(image.length < maxLength ? `${image}\n\n${link}` : link);
}
