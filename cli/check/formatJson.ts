import { writeList } from './listWriter';
import type { ReportFormat } from './report';

/** Findings for programs, and as `capped` the codes of which there are more; places are zero-based as in the Language Server Protocol. */
export function formatJson(): ReportFormat {
  const files = writeList(2);
  return {
    begin: '{\n  "files": [',
    file: ({ path, diagnostics, capped }) =>
      files.item({ path, diagnostics, ...(capped.length > 0 ? { capped } : {}) }),
    end: () => `${files.end()}\n}\n`,
  };
}
