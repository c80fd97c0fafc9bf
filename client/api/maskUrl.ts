/**
 * A text without the secrets that its addresses carry: values of `accesskey`, `token` and `password` in a query, and `name:password@`.
 *
 * Works on any text, also around addresses that are cut off or not well formed.
 */
export function maskUrl(text: string): string {
  return text
    .replace(/\b(accesskey|token|password)=[^&#\s"'<>)]*/gi, '$1=***')
    .replace(/(\/\/)[^/\s"'<>@]*@/g, '$1***@');
}

export interface Mask {
  /** A text without any secret that is known here, and without those that addresses carry. */
  (text: string): string;
  /** From now on this value is secret. */
  add(secret: string): void;
}

/** A mask for everything that is logged or told: also a server or a library may repeat a secret in what it says. */
export function createMask(): Mask {
  const secrets = new Set<string>();
  const mask = (text: string) => {
    let masked = text;
    // The longest first: one may be part of another.
    for (const secret of [...secrets].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(secret, '***');
    return maskUrl(masked);
  };
  const add = (secret: string) => {
    if (secret === '') return;
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) secrets.add(form);
  };
  return Object.assign(mask, { add });
}
