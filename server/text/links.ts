/** Where the long stories of the checks are read; `#` and a code lead to one of them. */
const checksPage = 'https://github.com/voipbin/voipbin-flow/blob/main/docs/checks.md';

/** The section about a check. */
export function checkUrl(code: string): string {
  return `${checksPage}#${code}`;
}
