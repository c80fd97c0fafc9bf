import { parseTime } from '../api/parseTime';

/** How long VoIPbin's tokens are valid, in milliseconds. Source: bin-api-manager/pkg/servicehandler, TokenExpiration. */
const usual = 7 * 24 * 60 * 60 * 1000;

/**
 * When a token expires, in milliseconds since 1970: as it says itself, otherwise seven days from `now`.
 *
 * VoIPbin writes the time as text under `expire`. Source: bin-api-manager/pkg/servicehandler/auth.go, AuthJWTGenerate.
 */
export function tokenExpiry(token: string, now: number): number {
  const claims = readClaims(token);
  const told = typeof claims.expire === 'string' ? parseTime(claims.expire) : undefined;
  const standard = typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
  return told ?? standard ?? now + usual;
}

function readClaims(token: string): Record<string, unknown> {
  try {
    const part = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    // Tokens are the server's affair; one that cannot be read is used all the same.
    return {};
  }
}
