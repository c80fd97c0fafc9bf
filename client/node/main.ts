/** The extension on the desktop and in remote hosts. */
import type { ExtensionContext } from 'vscode';
import { activateExtension } from '../activation';
import { sideWorkers } from './startSideWorker';
import { offerTasks } from './tasks';

export function activate(context: ExtensionContext) {
  offerTasks(context);
  const startSideWorker = sideWorkers((file) => context.asAbsolutePath(`dist/${file}`));
  return activateExtension(
    context,
    async (name) => require(context.asAbsolutePath(`dist/parts/${name}.js`)),
    startSideWorker,
  );
}
