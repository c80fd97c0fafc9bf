import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Finding, FixContext } from '../../flow/checks/check';
import type { FlowModel } from '../../flow/model/flowModel';
import { findingsAt, readSentDiagnostics } from '../text/findingsAt';
import { findingsOf } from '../text/findingsOf';
import { type FixAllData, type FixHost, fixAllOf, fixAllSure, toEdit, waiting, withRounds } from '../text/fixAll';
import { bestFix, findCheck, listFixes } from '../text/fixes';
import { toDiagnostic } from '../text/toDiagnostic';

export interface CodeActionHost extends FixHost {
  /** The editor asks for the edit of an action once it is chosen. */
  readonly resolves?: boolean;
  /** The editor's command that turns off a check. Without one that is not offered. */
  readonly turnOffCommand?: string | undefined;
}

const fixAllKind = `${CodeActionKind.SourceFixAll}.voipbin`;

/** More findings of one place than anybody reads in a menu. */
const mostTouched = 50;
/**
 * What can be done about the findings at a range, the first ones of very many: the fixes of each, then the fix for all findings of its
 * code in the file, whose edit is worked out when it is chosen where the editor asks for it then. What would take too long is done in part, and the
 * title says how much is left. At the end, where the editor has a command for it: turning off the checks that found them.
 *
 * Only when it is asked for by its kind, as on saving: `source.fixAll.voipbin`, every fix of the file that is surely meant.
 */
export function codeActions(
  model: FlowModel,
  range: Range,
  { only, diagnostics }: CodeActionContext,
  host: CodeActionHost,
): CodeAction[] {
  const { document, settings } = host;
  const findings = findingsOf(model, settings);
  const actions: CodeAction[] = [];

  if (!only || only.some((kind) => includes(kind, CodeActionKind.QuickFix))) {
    const sent = readSentDiagnostics(diagnostics, document);
    // The editor's own copy of a diagnostic ties the fix to the squiggle that it shows.
    const shown = (finding: Finding) => sent(finding) ?? toDiagnostic(finding, document);
    const touched = findingsAt(findings, range, sent, document).slice(0, mostTouched);
    for (const finding of touched) {
      const about = [shown(finding)];
      for (const { title, edits, preferred = false } of listFixes(model, finding, host)) {
        const edit = toEdit(edits, document);
        const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: about, edit };
        actions.push(preferred ? { ...action, isPreferred: true } : action);
      }
    }
    const codes = new Set(touched.map((finding) => finding.code));
    for (const code of codes) {
      const title = findCheck(code)?.fixAll;
      // One finding has its own fix already.
      if (title === undefined || !hasTwoFixes(model, findings, code, host)) continue;
      const about = touched.filter((finding) => finding.code === code).map(shown);
      const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: about };
      const data: FixAllData = { uri: document.uri, code };
      actions.push(
        host.resolves
          ? { ...action, data }
          : withRounds(action, fixAllOf(model, code, host, waiting.lightBulb / codes.size), document),
      );
    }
    if (host.turnOffCommand !== undefined) {
      for (const code of codes) {
        const title = `Turn off this check (${code})`;
        const about = touched.filter((finding) => finding.code === code).map(shown);
        const command = { title, command: host.turnOffCommand, arguments: [code, document.uri] };
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: about, command });
      }
    }
  }

  if (only?.some((kind) => includes(kind, fixAllKind))) {
    const done = fixAllSure(model, host);
    const action = { title: 'Fix all VoIPbin findings', kind: fixAllKind };
    if (done.edits.length > 0) actions.push(withRounds(action, done, document));
  }
  return actions;
}

function hasTwoFixes(model: FlowModel, findings: readonly Finding[], code: string, context: FixContext): boolean {
  let count = 0;
  for (const finding of findings.filter((one) => one.code === code).slice(0, mostTouched)) {
    if (bestFix(model, finding, context)) count++;
    if (count === 2) return true;
  }
  return false;
}

/** Kinds form a tree: `source` holds `source.fixAll`, which holds `source.fixAll.voipbin`. */
function includes(kind: string, inner: string): boolean {
  return kind === inner || kind === '' || inner.startsWith(`${kind}.`);
}
