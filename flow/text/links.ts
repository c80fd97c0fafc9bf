const repository = 'https://github.com/voipbin/voipbin-flow';

/** The section of docs/checks.md that tells the long story of a code. */
export function checkUrl(code: string): string {
  return `${repository}/blob/main/docs/checks.md#${code}`;
}
