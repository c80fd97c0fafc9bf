import { printableJson } from '../printable';
import type { FileReport } from './report';

/** Findings for programs, and as `capped` the codes of which there are more; places are zero-based as in the Language Server Protocol. */
export function formatJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, diagnostics, capped }) => ({
    path,
    diagnostics,
    ...(capped.length > 0 ? { capped } : {}),
  }));
  return `${printableJson({ files }, 2)}\n`;
}
