import * as vscode from 'vscode';
import { languageId } from '../../server/protocol';
import { debugType } from '../debugType';
import { fileName } from '../ui/fileName';
import { harmless } from '../ui/harmless';
import { nameOfFile } from './debugFiles';

/** What VS Code starts to debug the flow of an editor. */
export function launchConfiguration(uri: vscode.Uri): vscode.DebugConfiguration {
  const name = fileName(uri);
  return { type: debugType, request: 'launch', name: `Debug ${name}`, program: nameOfFile(uri) };
}

/** A configuration with what it leaves out: the flow is that of the active editor. Undefined where there is none. */
export function complete(given: vscode.DebugConfiguration): vscode.DebugConfiguration | undefined {
  if (typeof given.program === 'string' && given.program !== '') return given;
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== languageId) {
    const advice = 'Open a flow to debug it, or set "program" in launch.json.';
    void vscode.window.showInformationMessage(harmless(advice, 'notification'));
    return undefined;
  }
  return { ...launchConfiguration(document.uri), ...withoutEmpty(given) };
}

/** Without a launch.json VS Code gives empty texts. */
const withoutEmpty = (given: vscode.DebugConfiguration) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== undefined));
