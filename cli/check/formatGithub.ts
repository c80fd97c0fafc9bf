import { printableCells } from '../printable';
import { type FileReport, type ReportFormat, sayCapped } from './report';

const commandOf = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Findings as workflow commands of GitHub Actions, which shows them on the lines of a pull request. */
export function formatGithub(): ReportFormat {
  return { begin: '', file: commands, end: () => '' };
}

function commands(report: FileReport): string {
  const file = `file=${property(report.path)}`;
  const notices = sayCapped(report).map((text) => `::notice ${file},title=voipbin-flow::${data(text)}\n`);
  const found = report.diagnostics.map(({ code, severity, message, range }) => {
    const place = [
      file,
      `line=${range.start.line + 1}`,
      `endLine=${range.end.line + 1}`,
      `col=${range.start.character + 1}`,
      `endColumn=${range.end.character + 1}`,
      `title=${property(code)}`,
    ];
    return `::${commandOf[severity]} ${place.join(',')}::${data(message)}\n`;
  });
  return [...notices, ...found].join('');
}

// Line breaks are part of the text here, and written so that they are none of the output.
const data = (text: string) =>
  text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printableCells(part).replaceAll('%', '%25')))
    .join('');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
