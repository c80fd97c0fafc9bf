import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-types';
import type { CheckContext, Finding, Fix } from '../../flow/checks/check';
import type { CheckSettings } from '../../flow/checks/runChecks';
import type { Edit } from '../../flow/edit/edit';
import type { FlowModel } from '../../flow/model/flowModel';
import { findingsOf } from '../text/findingsOf';
import { findCheck, listFixes } from '../text/fixes';
import { fixInRounds } from '../text/fixInRounds';
import { placeOf, type TextPlaces } from '../text/rangeOf';
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

/**
 * What can be done about the findings that a range touches: the fixes of each, then the fix for all findings of its code in the file.
 *
 * Only when it is asked for by its kind, as on saving: `source.fixAll.voipbin`, every fix of the file that is surely meant.
 */
export function codeActions(
  model: FlowModel,
  range: Range,
  { only, diagnostics }: CodeActionContext,
  { document, settings, newId }: CodeActionHost,
): CodeAction[] {
  const context: CheckContext = { flowTrigger: settings.flowTrigger, newId };
  const findings = findingsOf(model, settings);
  const actions: CodeAction[] = [];
  const toEdit = (edits: readonly Edit[]) => ({ changes: { [document.uri]: toTextEdits(edits, document) } });

  if (!only || only.some((kind) => includes(kind, CodeActionKind.QuickFix))) {
    const { offset, end } = placeOf(document, range);
    const touched = findings.filter((finding) => finding.offset <= end && offset <= finding.end);
    for (const finding of touched) {
      const about = [sentDiagnostic(diagnostics, toDiagnostic(finding, document))];
      for (const { title, edits, preferred = false } of listFixes(model, finding, context)) {
        const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics: about, edit: toEdit(edits) };
        actions.push(preferred ? { ...action, isPreferred: true } : action);
      }
    }
    for (const code of new Set(touched.map((finding) => finding.code))) {
      const title = findCheck(code)?.fixAll;
      if (title === undefined) continue;
      const isOfCode = (finding: Finding) => finding.code === code;
      // One finding has its own fix already.
      if (bestFixes(model, findings.filter(isOfCode), context).length < 2) continue;
      const edits = fixInRounds(model, (one) => bestFixes(one, findingsOf(one, settings).filter(isOfCode), context));
      const about = touched.filter((finding) => finding.code === code).map((one) => toDiagnostic(one, document));
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: about.map((one) => sentDiagnostic(diagnostics, one)),
        edit: toEdit(edits),
      });
    }
  }

  if (only?.some((kind) => includes(kind, fixAllKind))) {
    const listSure = (one: FlowModel) =>
      bestFixes(one, findingsOf(one, settings), context).filter((fix) => fix.preferred);
    const edits = fixInRounds(model, listSure);
    if (edits.length > 0) actions.push({ title: 'Fix all VoIPbin findings', kind: fixAllKind, edit: toEdit(edits) });
  }
  return actions;
}

function bestFixes(model: FlowModel, findings: readonly Finding[], context: CheckContext): Fix[] {
  return findings.flatMap((finding) => {
    const fixes = listFixes(model, finding, context);
    const best = fixes.find((fix) => fix.preferred) ?? fixes[0];
    return best ? [best] : [];
  });
}

/** Kinds form a tree: `source` holds `source.fixAll`, which holds `source.fixAll.voipbin`. */
function includes(kind: string, inner: string): boolean {
  return kind === inner || kind === '' || inner.startsWith(`${kind}.`);
}

/** The editor's own copy of a diagnostic where it sent one: it ties the fix to the squiggle it shows. */
function sentDiagnostic(sent: readonly Diagnostic[], own: Diagnostic): Diagnostic {
  const { start, end } = own.range;
  return (
    sent.find(
      ({ code, range }) =>
        code === own.code &&
        range.start.line === start.line &&
        range.start.character === start.character &&
        range.end.line === end.line &&
        range.end.character === end.character,
    ) ?? own
  );
}
