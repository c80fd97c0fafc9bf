import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { type Finding, type Fix, type FixContext, type FlowModel, silenceFixes } from '../../flow';
import type { ClientCommands } from '../protocol';
import { findingsAt, readSentDiagnostics } from '../text/findingsAt';
import { findingsOf } from '../text/findingsOf';
import { type FixAllData, fixAllOf, fixAllSure, toEdit, waiting, withRounds } from '../text/fixAll';
import { bestFix, findCheck, listFixes } from '../text/fixes';
import { grouped } from '../text/grouped';
import { nameRefactoringKind, nameRefactorings } from '../text/nameRefactorings';
import { offersToPlay } from '../text/offersToPlay';
import { listRefactorings, type RefactoringHost } from '../text/refactorings';
import { toDiagnostic } from '../text/toDiagnostic';
import { flowsToName } from '../workspace/flowsToName';
import type { Workspace } from '../workspace/workspace';

export interface CodeActionHost extends RefactoringHost, ClientCommands {
  /** The editor asks for the edit of an action once it is chosen. */
  readonly resolves?: boolean;
  /** The editor shows what cannot be done, with the reason. */
  readonly showsDisabled?: boolean;
  /** The editor renames files as part of an edit. Without that no fix that does is offered. */
  readonly renamesFiles?: boolean;
  readonly workspace?: Workspace;
}

const fixAllKind = `${CodeActionKind.SourceFixAll}.voipbin`;

/** More findings of one place than a menu can show. */
const maxTouched = 50;
/**
 * What can be done about the findings at a range, the first ones of very many: the fixes of each, then the fix for all findings of its
 * code in the file, whose edit is worked out when it is chosen where the editor asks for it then. What would take too long is done in part, and the
 * title says how much is left. Where the editor has a command for it, calls that show the findings are played. At the end, comments that silence the checks where a document can have them, and, where the editor has a command for it,
 * turning them off.
 *
 * Then, where the author asked, what can be made of the actions at the range.
 *
 * Only when it is asked for by its kind, as on saving: `source.fixAll.voipbin`, every fix of the file that is surely meant.
 */
export function codeActions(range: Range, context: CodeActionContext, host: CodeActionHost): CodeAction[] {
  const { only } = context;
  const { document } = host;
  const isWanted = (wanted: string) => !only || only.some((kind) => includes(kind, wanted));
  const actions = isWanted(CodeActionKind.QuickFix) ? quickFixes(range, context, host) : [];

  if (asksForRefactorings(context)) {
    actions.push(...listRefactorings(range, isWanted, host));
    for (const fix of isWanted(nameRefactoringKind)
      ? nameRefactorings(document.model, document.offsetAt(range.start))
      : []) {
      const edit = editOf(fix, host);
      // A finding there may have it as its fix already.
      const isOffered = actions.some(({ title }) => title === fix.title);
      if (edit && !isOffered) actions.push({ title: fix.title, kind: nameRefactoringKind, edit });
    }
  }

  if (only?.some((kind) => includes(kind, fixAllKind))) {
    const done = fixAllSure(host);
    const action = { title: 'Fix all VoIPbin findings', kind: fixAllKind };
    if (done.edits.length > 0) actions.push(withRounds(action, done, document));
  }
  return actions;
}

function quickFixes(range: Range, { diagnostics: given }: CodeActionContext, host: CodeActionHost): CodeAction[] {
  const { document, settings, resolves, turnOffCommand } = host;
  const { model } = document;
  const actions: CodeAction[] = [];
  const add = (title: string, diagnostics: Diagnostic[], what: Partial<CodeAction>) =>
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, ...what });
  const findings = findingsOf(model, settings);
  const sent = readSentDiagnostics(given, document);
  // The editor's own copy of a diagnostic ties the fix to the squiggle that it shows.
  const shown = (finding: Finding) => sent(finding) ?? toDiagnostic(finding, document);
  const touched = findingsAt(findings, range, sent, document).slice(0, maxTouched);
  for (const finding of touched) {
    const about = [shown(finding)];
    for (const fix of listFixes(model, finding, host)) {
      const edit = editOf(fix, host);
      if (edit) add(fix.title, about, { edit, ...(fix.preferred ? { isPreferred: true } : {}) });
    }
    for (const { title, ...action } of flowsToName(finding, host)) add(title, about, action);
  }
  actions.push(...offersToPlay(touched, host, shown));
  const byCode = grouped(touched.map((finding) => [finding.code, finding]));
  for (const [code, own] of byCode) {
    const title = findCheck(code)?.fixAll;
    // A single finding has its own fix already.
    if (title === undefined || !hasTwoFixes(model, findings, code, host)) continue;
    const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: own.map(shown) };
    const data: FixAllData = { uri: document.uri, code };
    const maxWork = waiting.lightBulb / byCode.size;
    actions.push(resolves ? { ...action, data } : withRounds(action, fixAllOf(code, host, maxWork), document));
  }
  // A comment silences all findings of a code in a line.
  for (const first of [...byCode.values()].flatMap((own) => own.slice(0, 1)))
    for (const { title, edits } of silenceFixes(model, first))
      add(title, [shown(first)], { edit: toEdit(edits, document) });
  if (turnOffCommand === undefined) return actions;
  for (const [code, own] of byCode) {
    const title = `Turn off this check in the settings (${code})`;
    add(title, own.map(shown), { command: { title, command: turnOffCommand, arguments: [code, document.uri] } });
  }
  return actions;
}

/** A light bulb that shines everywhere says nothing. */
export function asksForRefactorings({ only, triggerKind }: CodeActionContext): boolean {
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
}

/** The edit of a fix; undefined where the editor, or the document, cannot be given another name. */
function editOf(
  { edits, toJsonc }: Fix,
  { document, renamesFiles = false }: CodeActionHost,
): WorkspaceEdit | undefined {
  if (!toJsonc) return toEdit(edits, document);
  const { uri } = document;
  const canRename = renamesFiles && /^(?!untitled:).*\.json$/i.test(uri);
  return canRename ? { documentChanges: [{ kind: 'rename', oldUri: uri, newUri: `${uri}c` }] } : undefined;
}

function hasTwoFixes(model: FlowModel, findings: readonly Finding[], code: string, context: FixContext): boolean {
  let count = 0;
  for (const finding of findings.filter((other) => other.code === code).slice(0, maxTouched)) {
    if (bestFix(model, finding, context)) count++;
    if (count === 2) return true;
  }
  return false;
}

/** Kinds form a tree: `source` holds `source.fixAll`, which holds `source.fixAll.voipbin`. */
function includes(kind: string, inner: string): boolean {
  return kind === inner || kind === '' || inner.startsWith(`${kind}.`);
}
