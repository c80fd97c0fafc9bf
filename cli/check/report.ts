import { type Finding, lineEnd, linesOf, maxPerCode } from '../../flow';

/** A place as editors count: line and UTF-16 column, from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** The findings of one file with places as editors count them: lines and UTF-16 columns from 0. */
export interface FileReport {
  readonly path: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** For each diagnostic the line of the file in which it begins. */
  readonly lines: readonly string[];
  /** Codes with more findings than are listed. */
  readonly capped: readonly string[];
}

export type ReportedFinding = Pick<Finding, 'code' | 'severity' | 'message' | 'offset' | 'end'>;

export interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export function reportFile(
  path: string,
  text: string,
  findings: readonly ReportedFinding[],
  capped: readonly string[] = [],
): FileReport {
  if (findings.length === 0) return { path, diagnostics: [], lines: [], capped };
  const places = linesOf(text);
  const placeAt = (offset: number): Position => {
    const { line, column } = places.placeAt(offset);
    return { line: line - 1, character: column - 1 };
  };
  const diagnostics = findings.map(({ code, severity, message, offset, end }) => ({
    code,
    severity,
    message,
    range: { start: placeAt(offset), end: placeAt(end) },
  }));
  const lines = diagnostics.map(({ range }) => {
    const start = places.offsetAt(range.start.line + 1);
    return text.slice(start, lineEnd(text, start));
  });
  return { path, diagnostics, lines, capped };
}

/** How the findings of file after file are written. */
export interface ReportFormat {
  readonly begin: string;
  /** What is written of one file, in the order of the files. */
  file(report: FileReport): string;
  /** What is written after the last file. */
  end(): string;
}

/** Says which findings are not listed, one sentence for each code. */
export function describeCapped({ capped }: FileReport): readonly string[] {
  return capped.map((code) => `There are more ${code} findings; the first ${maxPerCode} are listed.`);
}
