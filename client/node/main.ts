/** The extension on the desktop and in remote hosts. */
import type { ExtensionContext } from 'vscode';
import { activateExtension } from '../activation';

export function activate(context: ExtensionContext) {
  return activateExtension(context, async (name) => require(context.asAbsolutePath(`dist/parts/${name}.js`)));
}
