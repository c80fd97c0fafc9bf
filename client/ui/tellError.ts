import { commands } from 'vscode';
import { ApiError } from '../api/apiError';
import { notify } from './notify';

/** Tells an error, unless it is known, with the button that helps; `showLog`: what there is otherwise. Does not wait until the notification is closed. */
export function tellError(error: unknown, showLog?: () => void): void {
  if (isKnown(error)) return;
  const message = error instanceof Error ? error.message : String(error);
  const help = helpOf(error) ?? (showLog && { label: 'Show Log', run: showLog });
  void notify('error', message, help ? [help.label] : []).then((pressed) => {
    if (pressed !== undefined) help?.run();
  });
}

/** Who cancels knows it, unless something may have happened all the same. */
export const isKnown = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'cancelled' && !error.mayHaveHappened;

function helpOf(error: unknown): { readonly label: string; run(): void } | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.kind === 'unauthorized')
    return { label: 'Sign In', run: () => void commands.executeCommand('voipbin.signIn') };
  // The finding of the check says more than the answer of the API.
  if (error.reason === 'INVALID_ACTION_TYPE')
    return { label: 'Show Problems', run: () => void commands.executeCommand('workbench.actions.view.problems') };
  return undefined;
}
