import type { FileReport } from './report';

/** Findings for programs; places are zero-based as in the Language Server Protocol. */
export function formatJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, diagnostics }) => ({ path, diagnostics }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
