import type * as vscode from 'vscode';
import { isKnown, tellError } from './tellError';

export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same commands; one that fails tells the user in a sentence and leaves the details in the log. */
export function guardCommands(log: vscode.LogOutputChannel, commands: Commands): Commands {
  const guard = ([id, run]: [string, Commands[string]]) => {
    const guarded = async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        if (!isKnown(error)) log.error(`${id} failed`, error instanceof Error ? error : String(error));
        tellError(error, () => log.show());
      }
    };
    return [id, guarded];
  };
  return Object.fromEntries(Object.entries(commands).map(guard));
}
