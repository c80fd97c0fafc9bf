import type { CodeAction } from 'vscode-languageserver-types';
import { type Check, type CheckSettings, checks, type Edit, type FixContext } from '../../flow';
import { findingsOf } from './findingsOf';
import { bestFix } from './fixes';
import { type FixRounds, fixInRounds, type RoundsHost, type WantedFix } from './fixInRounds';
import type { ReadDocument, TextPlaces } from './rangeOf';
import { toTextEdits } from './toTextEdits';

/** What fixes need besides the document's model. */
export interface FixHost extends FixContext {
  readonly document: ReadDocument;
  readonly settings: CheckSettings;
}

/** Of which document and code an action without an edit mends all findings. */
export interface FixAllData {
  readonly uri: string;
  readonly code: string;
}

/** In characters, as `fixInRounds` counts: an editor waits for its light bulb a twentieth of a second, and for what was chosen two seconds. */
export const waiting = { lightBulb: 100_000, chosen: 4_000_000 };

/** Every fix of a file that is surely meant. */
export function fixAllSure(host: FixHost): FixRounds {
  const listWanted = wantedOf(host, (check) => check.fixes === 'sure', true);
  return fixInRounds(host.document.model, { listWanted, maxWork: waiting.chosen });
}

/** The best fix of every finding of a code. */
export function fixAllOf(code: string, host: FixHost, maxWork: number): FixRounds {
  return fixInRounds(host.document.model, {
    listWanted: wantedOf(host, (check) => check.code === code, false),
    maxWork,
  });
}

/** An action with its edit; what is left for another time is said in the title. */
export function withRounds(action: CodeAction, { edits, left }: FixRounds, document: TextPlaces): CodeAction {
  const title = left > 0 ? `${action.title} (${left} left for later)` : action.title;
  return { ...action, title, edit: toEdit(edits, document) };
}

/** Edits as the change of one document. */
export const toEdit = (edits: readonly Edit[], document: TextPlaces) => ({
  changes: { [document.uri]: toTextEdits(edits, document) },
});

/** The best fixes of the findings of some checks, or the sure ones among them. */
function wantedOf(host: FixHost, isWanted: (check: Check) => boolean, sure: boolean): RoundsHost['listWanted'] {
  const codes = new Set(checks.filter(isWanted).map(({ code }) => code));
  return (model, most) => {
    const fixes: WantedFix[] = [];
    const findings = findingsOf(model, host.settings).filter(
      ({ code, unsure }) => codes.has(code) && !(sure && unsure),
    );
    for (const finding of findings.slice(0, most)) {
      const fix = bestFix(model, finding, host);
      if (fix && (fix.preferred || !sure)) fixes.push({ ...fix, code: finding.code });
    }
    return { fixes, more: Math.max(0, findings.length - most) };
  };
}
