import * as vscode from 'vscode';
import { type PlacedPicture, withoutFlowEnding, writeSvg } from '../../flow';
import { fileName } from '../ui/fileName';
import { notify } from '../ui/notify';
import { pngScale } from './pngScale';
import type { Pngs } from './pngs';

/** What is written. */
export interface Exported {
  readonly picture: PlacedPicture;
  /** The ways of the call that the picture shows. */
  readonly taken: readonly string[];
  /** Makes a PNG of an SVG. Rejects where it cannot be drawn. */
  readonly rasterize: Pngs['make'];
}

/** Asks for a file and writes the picture into it: a PNG if the name ends in `.png`, otherwise an SVG. */
export async function exportPicture(document: vscode.TextDocument, drawn: () => Promise<Exported>): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    ...defaultOf(document),
    filters: { SVG: ['svg'], PNG: ['png'] },
    title: 'Export Picture',
  });
  if (!target) return;
  const isPng = /\.png$/i.test(target.path);
  const { picture, taken, rasterize } = await drawn();
  const title = fileName(document.uri);
  const { width, height } = picture;
  const scale = pngScale(width, height);
  // In a PNG the reader cannot choose.
  const theme = isPng ? themeNow() : undefined;
  const svg = writeSvg(picture, { title, theme, taken: new Set(taken) });
  const bytes = isPng ? await rasterize(svg, { width, height, scale }) : new TextEncoder().encode(svg);
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The picture was not written to ${fileName(target)}. ${why}`);
  }
  const small = isPng && scale < 1 ? ' The flow is too large for a PNG in full size: an SVG shows all of it.' : '';
  void notify('information', `The picture is in ${fileName(target)}.${small}`, ['Open']).then(
    (pressed) => pressed === 0 && vscode.commands.executeCommand('vscode.open', target),
  );
}

/** Beside the flow; of a flow without a file in the first folder. */
function defaultOf({ uri }: vscode.TextDocument): { defaultUri?: vscode.Uri } {
  const name = `${withoutFlowEnding(fileName(uri))}.svg`;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return { defaultUri: vscode.Uri.joinPath(uri, '..', name) };
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {};
}

/** The colors of a picture outside of the page, as VS Code is now. */
export function themeNow(): 'light' | 'dark' {
  const { Light, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  return kind === Light || kind === HighContrastLight ? 'light' : 'dark';
}
