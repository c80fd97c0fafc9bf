import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Finding, Place } from '../../flow';
import { placeOf, type TextPlaces } from './rangeOf';
import { toDiagnostic } from './toDiagnostic';

/** The diagnostics that an editor sent along, found by the finding that each shows. */
export type SentDiagnostics = (finding: Finding) => Diagnostic | undefined;

export function readSentDiagnostics(sent: readonly Diagnostic[], document: TextPlaces): SentDiagnostics {
  // Editors send thousands if the user selects everything.
  const known = new Map(sent.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
  return (finding) => known.get(keyOf(toDiagnostic(finding, document)));
}

/** What is the same in an editor's copy of a diagnostic and in ours. */
function keyOf({ code, range: { start, end } }: Diagnostic): string {
  return [code, start.line, start.character, end.line, end.character].join(' ');
}

/**
 * The findings that an editor asks about. Of those that the range touches they are the ones that it names, if it names any; where the range
 * touches none they are those that it names on the same lines: some editors ask for a whole line from wherever the cursor stands in it.
 */
export function findingsAt(
  findings: readonly Finding[],
  range: Range,
  sent: SentDiagnostics,
  document: TextPlaces,
): readonly Finding[] {
  const isNamed = (finding: Finding) => sent(finding) !== undefined;
  const touched = touching(findings, placeOf(document, range));
  const named = touched.filter(isNamed);
  if (touched.length > 0) return named.length > 0 ? named : touched;
  const { start, end } = range;
  const lines = { start: { line: start.line, character: 0 }, end: { line: end.line, character: endOfLine } };
  return touching(findings, placeOf(document, lines)).filter(isNamed);
}

/** More than a line has: documents take the last column for it. */
const endOfLine = 0x7fffffff;

function touching(findings: readonly Finding[], { offset, end }: Place): readonly Finding[] {
  return findings.filter((finding) => finding.offset <= end && offset <= finding.end);
}
