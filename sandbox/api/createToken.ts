/** A token that looks like the platform's: three parts, of which the last one makes it hard to guess. */
export function createToken(claims: object, random: () => number): string {
  const signature = createSecret(43, random);
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${signature}`;
}

const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The hash by which a resource is reached from outside: 12 hexadecimal digits. `random` as for `createSecret`. */
export const createHash = (random: () => number): string =>
  Array.from({ length: 12 }, () => Math.floor(random() * 16).toString(16)).join('');

/** Letters and digits; `random` gives numbers from 0 (included) to 1 (excluded). */
export function createSecret(length: number, random: () => number): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}
