import { githubCommand } from '../githubCommand';
import { expectationName, type Reporter } from './report';

/** Failures as workflow commands of GitHub Actions, which shows them on the lines of a pull request, and the totals as text. */
export function formatGithub(): Reporter {
  return {
    begin: '',
    file: ({ path, faults, cases }) =>
      [
        ...faults.map(({ message, line, column }) => {
          const place = line === undefined ? {} : { line, col: column ?? 1 };
          return githubCommand('error', { file: path, ...place, title: 'voipbin-flow test' }, message);
        }),
        ...cases.flatMap(({ name, failures }) =>
          failures.map((failure) => {
            const { line, column, message } = failure;
            const title = `${name}: ${expectationName(failure)}`;
            return githubCommand('error', { file: path, line, col: column, title }, message);
          }),
        ),
      ].join(''),
    end: ({ passed, failed, unread }) =>
      `${passed} passed, ${failed} failed${unread > 0 ? `, ${unread} file${unread === 1 ? '' : 's'} not run` : ''}\n`,
  };
}
