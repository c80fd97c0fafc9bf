import type * as vscode from 'vscode';
import { commands as vscodeCommands } from 'vscode';
import { ApiError } from '../api/apiError';
import { notify } from './notify';

export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same commands; one that fails tells the user in a sentence and leaves the details in the log. */
export function guardCommands(log: vscode.LogOutputChannel, commands: Commands): Commands {
  const guard = ([id, run]: [string, Commands[string]]) => {
    const guarded = async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        // Who cancels knows it, unless something may have happened all the same.
        if (error instanceof ApiError && error.kind === 'cancelled' && !error.mayHaveHappened) return;
        log.error(`${id} failed`, error instanceof Error ? error : String(error));
        const message = error instanceof Error ? error.message : String(error);
        const isSignedOut = error instanceof ApiError && error.kind === 'unauthorized';
        // The finding of the check says more than the answer of the API.
        const isShown = error instanceof ApiError && error.reason === 'INVALID_ACTION_TYPE';
        const button = isSignedOut ? 'Sign In' : isShown ? 'Show Problems' : 'Show Log';
        // The command does not wait until a notification is closed.
        void notify('error', message, [button]).then((pressed) => {
          if (pressed === undefined) return;
          if (isSignedOut) void vscodeCommands.executeCommand('voipbin.signIn');
          else if (isShown) void vscodeCommands.executeCommand('workbench.actions.view.problems');
          else log.show();
        });
      }
    };
    return [id, guarded];
  };
  return Object.fromEntries(Object.entries(commands).map(guard));
}
