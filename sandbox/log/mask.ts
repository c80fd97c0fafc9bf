import type { Store } from '../store/store';

/** Replaces every secret that the sandbox has given out, and what a URL carries in its query. */
export function createMask({ sessions, accesskeys }: Store): (text: string) => string {
  return (text) => {
    let masked = text.replace(/(\bhttps?:\/\/[^\s"'?#]*)[?#][^\s"']*/gi, '$1?…');
    const secrets = [...sessions.keys(), ...accesskeys.all().map(({ token }) => token)];
    for (const secret of secrets) if (masked.includes(secret)) masked = masked.replaceAll(secret, '…');
    return masked;
  };
}
