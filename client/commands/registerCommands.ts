import * as vscode from 'vscode';

export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Registers commands so that a failing one tells the user in a sentence and leaves the details in the log. */
export function registerCommands(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  commands: Commands,
): void {
  for (const [id, run] of Object.entries(commands)) {
    const guarded = async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        log.error(`${id} failed`, error instanceof Error ? error : String(error));
        const message = error instanceof Error ? error.message : String(error);
        const choice = await vscode.window.showErrorMessage(message, 'Show Log');
        if (choice) log.show();
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(id, guarded));
  }
}
