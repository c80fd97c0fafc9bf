import { printableCells } from '../printable';
import { type FileReport, sayCapped } from './report';

const commandOf = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Findings as workflow commands of GitHub Actions, which shows them on the lines of a pull request. */
export function formatGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap((report) => [
      ...sayCapped(report).map((text) => `::notice file=${property(report.path)},title=voipbin-flow::${data(text)}\n`),
      ...report.diagnostics.map(({ code, severity, message, range }) => {
        const place = [
          `file=${property(report.path)}`,
          `line=${range.start.line + 1}`,
          `endLine=${range.end.line + 1}`,
          `col=${range.start.character + 1}`,
          `endColumn=${range.end.character + 1}`,
          `title=${property(code)}`,
        ];
        return `::${commandOf[severity]} ${place.join(',')}::${data(message)}\n`;
      }),
    ])
    .join('');
}

// Line breaks are part of the text here, and written so that they are none of the output.
const data = (text: string) =>
  text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printableCells(part).replaceAll('%', '%25')))
    .join('');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
