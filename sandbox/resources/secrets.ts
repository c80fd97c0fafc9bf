const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits, or other characters; `random` gives numbers from 0 (included) to 1 (excluded). */
export function createSecret(length: number, random: () => number, characters = letters): string {
  return Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
}

/** The hash by which a resource is reached from outside: 12 hexadecimal digits. `random` as for `createSecret`. */
export const createHash = (random: () => number): string => createSecret(12, random, '0123456789abcdef');
