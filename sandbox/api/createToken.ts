import { createSecret } from '../resources/secrets';

/** A token that looks like the platform's: three parts, of which the last one makes it hard to guess. */
export function createToken(claims: object, random: () => number): string {
  const signature = createSecret(43, random);
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${signature}`;
}

const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
