/** The debugger in VS Code: what F5 starts, and what its sessions show. */
import * as vscode from 'vscode';
import type { Running } from '../../flow';
import { languageId } from '../../server/protocol';
import type { Runs } from '../run/runs';
import { type Commands, guardCommands } from '../ui/guardCommands';
import { uriOfFile } from './debugFiles';
import { createDebugPhone, type DebugPhoneParts } from './debugPhone';
import { inlineAdapter } from './inlineAdapter';
import { complete, launchConfiguration } from './launchConfiguration';
import { createRunView, type SessionRun } from './showRun';

/** What sessions are shown by, loaded when the first one is. */
interface DebuggedCalls extends DebugPhoneParts {
  readonly runs: Runs;
}

export interface Debugging {
  readonly commands: Commands;
  /** A configuration with what it leaves out; undefined where nothing can be debugged. */
  resolve(given: vscode.DebugConfiguration): vscode.DebugConfiguration | undefined;
  adapter(): vscode.DebugAdapterDescriptor;
}

export function startDebugging(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  calls: () => Promise<DebuggedCalls>,
): Debugging {
  context.subscriptions.push(
    vscode.languages.registerEvaluatableExpressionProvider({ language: languageId }, { provideEvaluatableExpression }),
  );
  return {
    commands: guardCommands(log, {
      'voipbin.debug': (target?: unknown) => debug(target),
    }),
    resolve: complete,
    adapter() {
      const view = createRunView(async () => (await calls()).runs);
      const phone = createDebugPhone(calls);
      const moved = (running: Running) => {
        view.moved(running.session, () => runOf(running));
        phone.moved(running);
      };
      const closed = () => {
        view.closed();
        phone.closed();
      };
      return new vscode.DebugAdapterInlineImplementation(inlineAdapter(moved, closed));
    },
  };
}

function runOf({ args: { semantics }, document: { path, name, started }, script }: Running): SessionRun {
  const { model } = started;
  const document = { uri: uriOfFile(path).toString(), name, text: model.text, jsonc: model.jsonc };
  return { document, model, place: 'debugger', world: script, semantics };
}

/** Debugs the flow of a menu or of a lens, else that of the active editor. */
async function debug(target: unknown): Promise<void> {
  const uri = typeof target === 'string' ? vscode.Uri.parse(target) : target;
  const given = uri instanceof vscode.Uri ? launchConfiguration(uri) : complete({ type: '', request: '', name: '' });
  if (!given) return;
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(String(given.program)));
  // Debugged is what the editor shows, saved or not.
  await vscode.debug.startDebugging(folder, given, { suppressSaveBeforeStart: true });
}

/** The variable under the pointer, as `${name}`. */
function provideEvaluatableExpression(
  document: vscode.TextDocument,
  at: vscode.Position,
): vscode.EvaluatableExpression | undefined {
  const range =
    document.getWordRangeAtPosition(at, /\$\{[^{}\n]*\}/) ?? document.getWordRangeAtPosition(at, /[\w.-]+\.[\w.-]+/);
  return range && new vscode.EvaluatableExpression(range, document.getText(range));
}
