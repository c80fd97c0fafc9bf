/**
 * The canonical lower-case form of a UUID as the engine reads it. Undefined if the engine cannot read it.
 *
 * Accepted are the 36-character form and 32 hex digits, each also within braces or after `urn:uuid:` in lower case. Version and variant are not checked.
 * Source: gofrs/uuid v4.4.0 `UUID.UnmarshalText`.
 */
export function canonicalUuid(text: string): string | undefined {
  // Nearly all are in lower case, and making a copy takes as long as the test.
  if (text.length === 36 && canonical.test(text)) return text;
  let body = text;
  if (body.length === 45 || body.length === 41) {
    if (!body.startsWith('urn:uuid:')) return undefined;
    body = body.slice(9);
  } else if (body.length === 38 || body.length === 34) {
    if (body[0] !== '{' || body[body.length - 1] !== '}') return undefined;
    body = body.slice(1, -1);
  }
  if (body.length === 36) return dashed.test(body) ? body.toLowerCase() : undefined;
  if (body.length === 32 && hex.test(body)) {
    const digits = body.toLowerCase();
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
  }
  return undefined;
}

const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hex = /^[0-9a-f]{32}$/i;

/** The empty UUID: as an id it counts as missing. */
export const nilUuid = '00000000-0000-0000-0000-000000000000';
