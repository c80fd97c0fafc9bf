const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits; `random` gives numbers from 0 (included) to 1 (excluded). */
export function createSecret(length: number, random: () => number): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** The hash by which a resource is reached from outside: 12 hexadecimal digits. `random` as for `createSecret`. */
export const createHash = (random: () => number): string =>
  Array.from({ length: 12 }, () => Math.floor(random() * 16).toString(16)).join('');
