/** Pictures of flows: beside the text, and as editors. */
import * as vscode from 'vscode';
import { type LinkedFlow, languageId } from '../../server/protocol';
import type { QuickFixes } from '../quickFixes';
import type { StartSideWorker } from '../sideWorker';
import type { Told } from '../told';
import { fileName } from '../ui/fileName';
import { type Commands, guardCommands } from '../ui/guardCommands';
import { harmless } from '../ui/harmless';
import { notify } from '../ui/notify';
import { pictureViewType } from '../viewIds';
import { type ChangesPanels, changesPanels } from './changesPanels';
import { exportPicture } from './exportPicture';
import { createLayouts } from './layouts';
import { followLights, type LightSources } from './lighting';
import { peeking } from './peekPicture';
import { type ShownPicture, showPicture } from './showPicture';

/** What other parts of the extension and its tests use. */
export interface Pictures {
  readonly commands: Commands;
  /** The picture of a document, by its address; undefined where none is shown. */
  readonly find: (uri: string) => ShownPicture | undefined;
  /** A document can be shown beside its text and in several editors. */
  readonly findAll: (uri: string) => readonly ShownPicture[];
  readonly changes: ChangesPanels;
  /** Fills the panel of a picture that VS Code brings back after a reload. */
  readonly bringBack: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>;
  /** Fills the editor that shows a document as a picture. */
  readonly fillEditor: (document: vscode.TextDocument, panel: vscode.WebviewPanel) => void;
}

/** What pictures get from other parts, when each part is first used. */
export interface PictureSources {
  readonly lights: LightSources & {
    /** Which files stand for registered flows. */
    readonly registered: Told<readonly LinkedFlow[]>;
  };
  readonly fixes: () => Promise<QuickFixes>;
  readonly startSideWorker: StartSideWorker;
}

/** Starts the pictures. Runs, tests and breakpoints light them up. */
export async function startPicture(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  { lights, fixes, startSideWorker }: PictureSources,
): Promise<Pictures> {
  const layouts = createLayouts((events) => startSideWorker('layout.js', events));
  const pictures = new Map<vscode.WebviewPanel, { readonly shown: ShownPicture; readonly isBeside: boolean }>();
  /** The picture beside a document; the editors that show it as a picture do not count. */
  const besideOf = ({ uri }: vscode.TextDocument) =>
    [...pictures].find(([, { shown, isBeside }]) => isBeside && shown.uri() === uri.toString())?.[0];
  let latest = vscode.window.activeTextEditor?.document;
  const lighting = followLights(context, lights, (changed) => {
    for (const { shown } of pictures.values()) if (changed === undefined || changed === shown.uri()) shown.showLights();
  });

  lights.registered.onTold(() => {
    for (const { shown } of pictures.values()) shown.redraw();
  });
  const failed = (error: unknown) => {
    log.error('A picture was not drawn', error instanceof Error ? error : String(error));
    const why = error instanceof Error ? error.message : String(error);
    void notify('error', `The picture could not be drawn. ${why}`, ['Show Log']).then(
      (pressed) => pressed === 0 && log.show(),
    );
  };
  const peek = peeking(context, layouts.open().layOut);
  const changes = changesPanels(context, { layouts, timeOfDay, failed });
  const fill = (panel: vscode.WebviewPanel, document: vscode.TextDocument, isBeside: boolean) => {
    const shown = showPicture(panel, document, {
      extensionUri: context.extensionUri,
      layout: layouts.open(),
      goThere: () => panel.reveal(panel.viewColumn, false),
      // VS Code itself renames and closes the editors of files.
      moved: (uri) => {
        if (isBeside) panel.title = titleOf(uri);
      },
      lost: () => {
        if (isBeside) panel.dispose();
      },
      failed,
      flowNames: () => new Map(lights.registered.current().map(({ id, name: known }) => [id.toLowerCase(), known])),
      lighting,
      fixes,
      newId: () => crypto.randomUUID(),
      timeOfDay,
    });
    pictures.set(panel, { shown, isBeside });
    panel.onDidDispose(() => {
      shown.dispose();
      pictures.delete(panel);
    });
  };
  const findAll = (uri: string) => [...pictures.values()].flatMap(({ shown }) => (shown.uri() === uri ? [shown] : []));
  const find = (uri: string) => findAll(uri)[0];
  /** The address of the document of the picture that is in front. */
  const active = () => [...pictures].find(([panel]) => panel.active)?.[1].shown.uri();
  const show = async (target: unknown) => {
    const document = await documentOf(target, latest, active());
    if (!document) return void notify('information', 'Open a flow first, then run Show Picture.');
    const known = besideOf(document);
    if (known) return known.reveal(isOverText(known, document) ? vscode.ViewColumn.Beside : undefined, true);
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    // The page knows how far it was moved and zoomed. Drawing it again would lose that.
    const options = { retainContextWhenHidden: true };
    fill(vscode.window.createWebviewPanel(pictureViewType, titleOf(document.uri), column, options), document, true);
  };
  const save = async (target: unknown) => {
    const document = await documentOf(target, latest, active());
    if (!document) return void notify('information', 'Open a flow first. Then Export Picture writes its picture.');
    const uri = document.uri.toString();
    await exportPicture(document, async () => {
      // A page makes the PNG, and for that it must be visible.
      const [panel] = [...pictures].find(([, { shown }]) => shown.uri() === uri) ?? [];
      if (panel) panel.reveal(undefined, true);
      else await show(document.uri);
      const shown = find(uri);
      if (!shown) throw new Error('The picture was closed, so it was not written.');
      return shown.exported();
    });
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId !== languageId) return;
      latest = editor.document;
      // Brings the picture of the active flow to the front.
      const panel = besideOf(latest);
      if (panel && !panel.visible && !isOverText(panel, latest)) panel.reveal(undefined, true);
    }),
    {
      dispose() {
        for (const [panel, { isBeside }] of [...pictures]) if (isBeside) panel.dispose();
      },
    },
    { dispose: layouts.stop },
  );
  const commands = guardCommands(log, {
    'voipbin.showPicture': (target?: unknown) => show(target),
    'voipbin.showPictureOfChanges': (target?: unknown) => changes.show(target),
    'voipbin.peekPicture': () => peek(),
    'voipbin.exportPicture': (target?: unknown) => save(target),
  });
  return {
    commands,
    find,
    findAll,
    changes,
    fillEditor: (document, panel) => fill(panel, document, false),
    bringBack: async (panel, state) => {
      const uri = typeof state === 'object' && state !== null && 'uri' in state ? String(state.uri) : '';
      try {
        fill(panel, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)), true);
      } catch {
        // The file no longer exists.
        panel.dispose();
      }
    },
  };
}

/** The picture is a tab in the group where its text is visible, so showing it there would cover the text. */
const isOverText = (panel: vscode.WebviewPanel, document: vscode.TextDocument) =>
  vscode.window.visibleTextEditors.some(
    (editor) => editor.document === document && editor.viewColumn === panel.viewColumn,
  );

const titleOf = (uri: vscode.Uri) => harmless(`Picture of ${fileName(uri)}`, 'label');

const timeOfDay = () => new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** The document that a command means: that of a menu or of a lens, else that of the picture or of the editor in front. */
async function documentOf(
  target: unknown,
  latest: vscode.TextDocument | undefined,
  pictured: string | undefined,
): Promise<vscode.TextDocument | undefined> {
  const given = typeof target === 'string' ? vscode.Uri.parse(target) : target;
  // The title of a panel hands over the panel.
  if (given instanceof vscode.Uri && given.scheme !== 'webview-panel') return vscode.workspace.openTextDocument(given);
  if (pictured !== undefined) return vscode.workspace.openTextDocument(vscode.Uri.parse(pictured));
  const active = vscode.window.activeTextEditor?.document;
  const document = active?.languageId === languageId ? active : latest;
  if (document?.languageId !== languageId) return undefined;
  if (!document.isClosed) return document;
  // A new text that was closed no longer exists.
  return document.isUntitled ? undefined : vscode.workspace.openTextDocument(document.uri);
}
