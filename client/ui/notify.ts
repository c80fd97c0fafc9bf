import * as vscode from 'vscode';
import { harmless } from './harmless';

export type NotificationKind = 'information' | 'warning' | 'error';

/** A notification with buttons; the position of the one that was pressed, or undefined. */
export async function notify(
  kind: NotificationKind,
  message: string,
  buttons: readonly string[] = [],
): Promise<number | undefined> {
  const show = {
    information: vscode.window.showInformationMessage,
    warning: vscode.window.showWarningMessage,
    error: vscode.window.showErrorMessage,
  }[kind];
  const items = buttons.map((label, position) => ({ title: harmless(label, 'label'), position }));
  return (await show(harmless(message, 'notification'), ...items))?.position;
}

/** Shows in a notification that something takes a moment. */
export function showProgress<T>(
  title: string,
  cancellable: boolean,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  const options = { location, title: harmless(title, 'progress'), cancellable };
  return Promise.resolve(
    vscode.window.withProgress(options, (_, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      return run(controller.signal);
    }),
  );
}
