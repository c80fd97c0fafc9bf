import * as vscode from 'vscode';
import { buildFlowModel } from '../../flow/model/flowModel';
import { type LocatedMark, locateMarks } from '../run/locateMarks';
import { markText } from '../run/markText';
import type { Run } from '../run/run';
import { runModel } from '../run/runModel';
import type { Runs } from '../run/runs';
import { type Mark, marksOf } from '../run/traceModel';
import { harmless } from './harmless';

/**
 * Shows in the editors what a run does: which action runs, how often each ran and what decided, what was skipped.
 *
 * Of several runs of one document it is the one that `shown` names, else the newest. Marks of a run that is over stay until the document is
 * edited or the next run begins.
 */
export function showEditorMarks(context: vscode.ExtensionContext, runs: Runs): { show(run: Run | undefined): void } {
  const types = decorationTypes(context);
  /** What was chosen to be shown, by address of the document; undefined: nothing. */
  const chosen = new Map<string, string | undefined>();

  const runOf = (uri: string): Run | undefined => {
    const own = runs.list().filter((run) => run.document.uri === uri);
    return chosen.has(uri) ? own.find(({ id }) => id === chosen.get(uri)) : own[0];
  };
  const showIn = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const run = runOf(document.uri.toString());
    const located = run ? locate(run, document.getText()) : [];
    for (const kind of kinds) {
      const ofKind = located.filter(({ mark }) => kindOf(mark) === kind);
      editor.setDecorations(
        types[kind],
        ofKind.map((mark) => decoration(document, mark)),
      );
    }
    const running = located.filter(({ mark }) => mark.isRunning);
    reveal(editor, running[0]?.action);
    editor.setDecorations(
      types.whole,
      running.map(({ action }) => wholeOf(document, action.node)),
    );
  };
  /** What was running last, by address of the document. */
  const revealed = new Map<string, string>();
  /** Scrolls to the action that has begun, but never the editor in which somebody works. */
  const reveal = (editor: vscode.TextEditor, action: LocatedMark['action'] | undefined) => {
    const uri = editor.document.uri.toString();
    const key = String(action?.node.offset);
    if (revealed.get(uri) === key) return;
    revealed.set(uri, key);
    if (!action || editor === vscode.window.activeTextEditor) return;
    editor.revealRange(wholeOf(editor.document, action.node), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const showAll = (uri?: string) => {
    for (const editor of vscode.window.visibleTextEditors)
      if (uri === undefined || editor.document.uri.toString() === uri) showIn(editor);
  };

  const stop = runs.onChange((run) => {
    // A new run takes the place of what was shown.
    if (run && !chosen.get(run.document.uri)) chosen.delete(run.document.uri);
    if (run?.phase === 'starting') chosen.delete(run.document.uri);
    showAll(run?.document.uri);
  });
  context.subscriptions.push(
    { dispose: stop },
    vscode.window.onDidChangeVisibleTextEditors(() => showAll()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString();
      if (contentChanges.length === 0 || !runOf(uri)) return;
      showAll(uri);
    }),
  );
  showAll();
  return {
    show(run) {
      if (run) chosen.set(run.document.uri, run.id);
      else for (const shown of runs.list()) chosen.set(shown.document.uri, undefined);
      showAll();
    },
  };
}

const kinds = ['running', 'done', 'skipped', 'stopped'] as const;
type Kind = (typeof kinds)[number];

function kindOf({ isRunning, skipped, stopped }: Mark): Kind {
  if (isRunning) return 'running';
  if (stopped !== undefined) return 'stopped';
  return skipped === undefined ? 'done' : 'skipped';
}

function locate({ document, trace }: Run, text: string): readonly LocatedMark[] {
  const marks = marksOf(trace);
  if (marks.length === 0) return [];
  const then = runModel(document);
  const now = text === document.text ? then : buildFlowModel(text, { jsonc: document.jsonc });
  return locateMarks(marks, then, now);
}

/** It stands behind the line of the type, by which a person finds the action. */
function decoration(document: vscode.TextDocument, { mark, action }: LocatedMark): vscode.DecorationOptions {
  const line = document.lineAt(document.positionAt((action.typeNode ?? action.node).offset));
  return { range: line.range, renderOptions: { after: { contentText: harmless(markText(mark), 'mark') } } };
}

function wholeOf(document: vscode.TextDocument, { offset, end }: { offset: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(end));
}

/** Apart from the text of the document, and not to be taken for it. */
const behind = { margin: '0 0 0 3ch', fontStyle: 'italic' };

function decorationTypes(context: vscode.ExtensionContext) {
  const icon = (name: string, theme: 'light' | 'dark') =>
    vscode.Uri.joinPath(context.extensionUri, 'images', 'run', `${name}-${theme}.svg`);
  const make = (name: string, color: string, more: vscode.DecorationRenderOptions = {}) => {
    const type = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      gutterIconSize: 'contain',
      light: { gutterIconPath: icon(name, 'light') },
      dark: { gutterIconPath: icon(name, 'dark') },
      after: { ...behind, color: new vscode.ThemeColor(color) },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      ...more,
    });
    context.subscriptions.push(type);
    return type;
  };
  const whole = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('voipbin.runningActionBackground'),
    overviewRulerColor: new vscode.ThemeColor('voipbin.runningActionForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  context.subscriptions.push(whole);
  return {
    whole,
    running: make('running', 'voipbin.runningActionForeground', {
      after: { ...behind, color: new vscode.ThemeColor('voipbin.runningActionForeground'), fontWeight: 'bold' },
    }),
    done: make('done', 'voipbin.executedActionForeground'),
    skipped: make('skipped', 'voipbin.skippedActionForeground'),
    stopped: make('stopped', 'voipbin.stoppedActionForeground'),
  };
}
