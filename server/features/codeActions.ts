import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Check, CheckContext, Finding } from '../../flow/checks/check';
import { checks } from '../../flow/checks/checks';
import type { CheckSettings } from '../../flow/checks/runChecks';
import type { Edit } from '../../flow/edit/edit';
import type { FlowModel } from '../../flow/model/flowModel';
import { findingsAt, readSentDiagnostics } from '../text/findingsAt';
import { findingsOf } from '../text/findingsOf';
import { bestFix, findCheck, listFixes } from '../text/fixes';
import { fixInRounds, type Rounds, type RoundsHost, type WantedFix } from '../text/fixInRounds';
import type { TextPlaces } from '../text/rangeOf';
import { toDiagnostic } from '../text/toDiagnostic';
import { toTextEdits } from '../text/toTextEdits';

/** What fixes need besides the document's model. */
export interface CodeActionHost {
  readonly document: TextPlaces;
  readonly settings: CheckSettings;
  /** A new random UUID. */
  readonly newId: () => string;
}

const fixAllKind = `${CodeActionKind.SourceFixAll}.voipbin`;

/** More findings of one place than anybody reads in a menu. */
const mostTouched = 50;
/** In characters, as `fixInRounds` counts: an editor waits for its light bulb a twentieth of a second, and for what was chosen two seconds. */
const lightBulb = 100_000;
const chosen = 4_000_000;

/**
 * What can be done about the findings at a range, the first ones of very many: the fixes of each, then the fix for all findings of its
 * code in the file. What would take too long is done in part, and the title says how much is left.
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
  const context = contextOf(host);
  const findings = findingsOf(model, settings);
  const actions: CodeAction[] = [];

  if (!only || only.some((kind) => includes(kind, CodeActionKind.QuickFix))) {
    const sent = readSentDiagnostics(diagnostics, document);
    // The editor's own copy of a diagnostic ties the fix to the squiggle that it shows.
    const shown = (finding: Finding) => sent(finding) ?? toDiagnostic(finding, document);
    const touched = findingsAt(findings, range, sent, document).slice(0, mostTouched);
    for (const finding of touched) {
      const about = [shown(finding)];
      for (const { title, edits, preferred = false } of listFixes(model, finding, context)) {
        const edit = toEdit(edits, document);
        const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: about, edit };
        actions.push(preferred ? { ...action, isPreferred: true } : action);
      }
    }
    for (const code of new Set(touched.map((finding) => finding.code))) {
      const title = findCheck(code)?.fixAll;
      // One finding has its own fix already.
      if (title === undefined || !hasTwoFixes(model, findings, code, context)) continue;
      const about = touched.filter((finding) => finding.code === code).map(shown);
      const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: about };
      const done = fixInRounds(model, {
        listWanted: wantedOf(host, (check) => check.code === code, false),
        mostWork: lightBulb,
      });
      actions.push(complete(action, done, document));
    }
  }

  if (only?.some((kind) => includes(kind, fixAllKind))) {
    const done = fixInRounds(model, { listWanted: wantedOf(host, (check) => !check.unsure, true), mostWork: chosen });
    const action = { title: 'Fix all VoIPbin findings', kind: fixAllKind };
    if (done.edits.length > 0) actions.push(complete(action, done, document));
  }
  return actions;
}

/** The best fixes of the findings of some checks; of sure ones only where they are to be. */
function wantedOf(host: CodeActionHost, isWanted: (check: Check) => boolean, sure: boolean): RoundsHost['listWanted'] {
  const context = contextOf(host);
  return (model, most) => {
    const fixes: WantedFix[] = [];
    const codes = new Set(checks.filter(isWanted).map(({ code }) => code));
    const findings = findingsOf(model, host.settings).filter(({ code }) => codes.has(code));
    for (const finding of findings.slice(0, most)) {
      const fix = bestFix(model, finding, context);
      if (fix && (fix.preferred || !sure)) fixes.push({ ...fix, code: finding.code });
    }
    return { fixes, more: Math.max(0, findings.length - most) };
  };
}

function hasTwoFixes(model: FlowModel, findings: readonly Finding[], code: string, context: CheckContext): boolean {
  let count = 0;
  for (const finding of findings.filter((one) => one.code === code).slice(0, mostTouched)) {
    if (bestFix(model, finding, context)) count++;
    if (count === 2) return true;
  }
  return false;
}

const contextOf = ({ settings, newId }: CodeActionHost): CheckContext => ({ flowTrigger: settings.flowTrigger, newId });

const toEdit = (edits: readonly Edit[], document: TextPlaces) => ({
  changes: { [document.uri]: toTextEdits(edits, document) },
});

function complete(action: CodeAction, { edits, left }: Rounds, document: TextPlaces): CodeAction {
  const title =
    left > 0 ? `${action.title} (${left} ${left === 1 ? 'is' : 'are'} left for another time)` : action.title;
  return { ...action, title, edit: toEdit(edits, document) };
}

/** Kinds form a tree: `source` holds `source.fixAll`, which holds `source.fixAll.voipbin`. */
function includes(kind: string, inner: string): boolean {
  return kind === inner || kind === '' || inner.startsWith(`${kind}.`);
}
