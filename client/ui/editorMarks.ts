import * as vscode from 'vscode';
import { type Place, pathKey } from '../../flow';
import { inOrderOfBeginning } from '../run/inOrderOfBeginning';
import { type LocatedMark, marksIn } from '../run/locateMarks';
import { markText } from '../run/markText';
import type { ShownMarks } from '../run/shownMarks';
import { kindOf, markKinds } from '../run/traceModel';
import { harmless } from './harmless';

/**
 * Shows in the editors what a run does: which action runs, how often each ran and what decided, what was skipped.
 *
 * Marks of a run that is over stay until the next run begins, at the actions that are still there.
 */
export function showEditorMarks(context: vscode.ExtensionContext, marks: ShownMarks): void {
  const types = decorationTypes(context);

  const showIn = (editor: vscode.TextEditor) => {
    const { document } = editor;
    // Calls that the flow has placed run other actions of the same file.
    const family = marks.of(document.uri.toString());
    const located = oneEach(family.flatMap((run) => marksIn(run, document.getText())));
    for (const kind of markKinds) {
      const ofKind = located.filter(({ mark }) => kindOf(mark) === kind);
      editor.setDecorations(
        types[kind],
        ofKind.map((mark) => decoration(document, mark)),
      );
    }
    const running = located.filter(({ mark }) => mark.isRunning);
    reveal(editor, running);
    editor.setDecorations(
      types.whole,
      running.map(({ action }) => wholeOf(document, action.node)),
    );
  };
  /** What ran last in each editor, in the order of its beginning. */
  const ran = new WeakMap<vscode.TextEditor, readonly string[]>();
  /** Scrolls to the action that has begun last, but never the editor in which the user works. */
  const reveal = (editor: vscode.TextEditor, running: readonly LocatedMark[]) => {
    const byKey = new Map(running.map(({ mark, action }) => [pathKey(mark.path), action]));
    const before = ran.get(editor) ?? [];
    const order = inOrderOfBeginning(before, [...byKey.keys()]);
    ran.set(editor, order);
    const latest = order.at(-1);
    const action = latest === undefined || latest === before.at(-1) ? undefined : byKey.get(latest);
    if (!action || isWorkedIn(editor)) return;
    editor.revealRange(wholeOf(editor.document, action.node), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const showAll = (uri?: string) => {
    for (const editor of vscode.window.visibleTextEditors)
      if (uri === undefined || editor.document.uri.toString() === uri) showIn(editor);
  };

  context.subscriptions.push(
    { dispose: marks.onChange(showAll) },
    vscode.window.onDidChangeVisibleTextEditors(() => showAll()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString();
      if (contentChanges.length === 0 || marks.of(uri).length === 0) return;
      showAll(uri);
    }),
  );
  showAll();
}

/** Whether the user works in this editor. It stays VS Code's active text editor when the focus moves to a page that is already open, such as the phone. */
function isWorkedIn(editor: vscode.TextEditor): boolean {
  const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return editor === vscode.window.activeTextEditor && !(shown instanceof vscode.TabInputWebview);
}

/** Of several marks on one action that of a call in which it runs, else that of the first call. */
function oneEach(marks: readonly LocatedMark[]): readonly LocatedMark[] {
  const byPlace = new Map<number, LocatedMark>();
  for (const located of marks) {
    const { offset } = located.action.node;
    if (!byPlace.has(offset) || located.mark.isRunning) byPlace.set(offset, located);
  }
  return [...byPlace.values()];
}

/** It stands behind the line of the type, by which a person finds the action. */
function decoration(document: vscode.TextDocument, { mark, action }: LocatedMark): vscode.DecorationOptions {
  const line = document.lineAt(document.positionAt((action.typeNode ?? action.node).offset));
  return { range: line.range, renderOptions: { after: { contentText: harmless(markText(mark), 'mark') } } };
}

function wholeOf(document: vscode.TextDocument, { offset, end }: Place): vscode.Range {
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
