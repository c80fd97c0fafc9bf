import type * as vscode from 'vscode';
import type { PictureFinding } from '../../flow';
import type { QuickFixes } from '../quickFixes';
import { shownFindings } from './shownFindings';

/** More than a person reads below a finding. */
const maxFixes = 6;

/** What the editor's own list of quick fixes has for a finding, in its order. */
export async function fixesOf(
  fixes: QuickFixes,
  document: vscode.TextDocument,
  { offset, message }: PictureFinding,
): Promise<readonly vscode.CodeAction[]> {
  const finding = shownFindings(document).find(
    (finding) => finding.message === message && document.offsetAt(finding.range.start) === offset,
  );
  return finding ? (await fixes.list(document, finding)).slice(0, maxFixes) : [];
}
