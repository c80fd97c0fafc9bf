import type { FileReport } from './report';

const commandOf = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Findings as workflow commands of GitHub Actions, which shows them on the lines of a pull request. */
export function formatGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ code, severity, message, range }) => {
        const place = [
          `file=${property(path)}`,
          `line=${range.start.line + 1}`,
          `endLine=${range.end.line + 1}`,
          `col=${range.start.character + 1}`,
          `endColumn=${range.end.character + 1}`,
          `title=${property(code)}`,
        ];
        return `::${commandOf[severity]} ${place.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
