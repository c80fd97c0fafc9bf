const repository = 'https://github.com/voipbin/voipbin-flow';

/** docs/checks.md, which lists every check. */
export const checksUrl = `${repository}/blob/main/docs/checks.md`;

/** docs/tests.md, which says what a test file holds. */
export const testsUrl = `${repository}/blob/main/docs/tests.md`;

/** The section of docs/checks.md that tells the long story of a code. */
export function checkUrl(code: string): string {
  return `${checksUrl}#${code}`;
}
