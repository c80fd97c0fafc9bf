import { githubCommand } from '../githubCommand';
import { describeCapped, type FileReport, type ReportFormat } from './report';

const commandOf = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Findings as workflow commands of GitHub Actions, which shows them on the lines of a pull request. */
export function formatGithub(): ReportFormat {
  return { begin: '', file: commands, end: () => '' };
}

function commands({ path, diagnostics, ...report }: FileReport): string {
  const notices = describeCapped({ path, diagnostics, ...report }).map((text) =>
    githubCommand('notice', { file: path, title: 'voipbin-flow' }, text),
  );
  const found = diagnostics.map(({ code, severity, message, range }) => {
    const place = {
      file: path,
      line: range.start.line + 1,
      endLine: range.end.line + 1,
      col: range.start.character + 1,
      endColumn: range.end.character + 1,
      title: code,
    };
    return githubCommand(commandOf[severity], place, message);
  });
  return [...notices, ...found].join('');
}
