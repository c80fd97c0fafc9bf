/** What is loaded when it is first used, a bundle each. */
import type * as vscode from 'vscode';
import type { detectFlows } from './detectFlows';
import type { Calls } from './startCalls';
import type { showStatus } from './status';
import type { Commands } from './ui/guardCommands';
import type { Views } from './views';

export interface Parts {
  readonly detection: { readonly detectFlows: typeof detectFlows };
  readonly status: { readonly showStatus: typeof showStatus };
  readonly language: { readonly startLanguage: StartPart<{ readonly commands: Commands }> };
  readonly calls: { readonly startCalls: StartPart<Calls, [views: Views]> };
}

type StartPart<T, More extends unknown[] = []> = (
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  ...more: More
) => Promise<T>;

export type LoadPart = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;
