/** What is loaded when it is first used, a bundle each. */
import type * as vscode from 'vscode';
import type { startDebugging } from './debug/startDebugging';
import type { detectFlows } from './detectFlows';
import type { Language } from './language';
import type { Links } from './links';
import type { startPicture } from './picture/startPicture';
import type { Calls } from './startCalls';
import type { showStatus } from './status';
import type { startTests } from './tests/startTests';
import type { createWayHovers } from './ui/wayHovers';
import type { Views } from './views';

export interface Parts {
  readonly detection: { readonly detectFlows: typeof detectFlows };
  readonly tests: { readonly startTests: typeof startTests };
  readonly status: { readonly showStatus: typeof showStatus };
  readonly language: {
    readonly startLanguage: StartPart<Language, [links: Links]>;
  };
  readonly debug: { readonly startDebugging: typeof startDebugging };
  readonly calls: { readonly startCalls: StartPart<Calls, [views: Views, links: Links]> };
  /** What calls come to an action, on demand. */
  readonly hovers: { readonly createWayHovers: typeof createWayHovers };
  /** Until something is run there are no runs to show. */
  readonly picture: { readonly startPicture: typeof startPicture };
}

type StartPart<T, More extends unknown[] = []> = (
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  ...more: More
) => Promise<T>;

export type LoadPart = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;
