import type { Store } from '../store/store';

/** With or without a query: looking for one first would go through a text of nothing but addresses once for each. */
const url = /\bhttps?:\/\/[^\s"']*/gi;

/** Replaces every secret that the sandbox has given out, and what a URL carries in its query. */
export function createMask({ sessions, accesskeys }: Store): (text: string) => string {
  return (text) => {
    let masked = text.replace(url, (found) => found.replace(/[?#].*/s, '?…'));
    const secrets = [...sessions.keys(), ...accesskeys.all().map(({ token }) => token)];
    for (const secret of secrets) if (masked.includes(secret)) masked = masked.replaceAll(secret, '…');
    return masked;
  };
}
