/**
 * The canonical lower-case form of a UUID as the engine reads it. Undefined if the engine cannot read it.
 *
 * Accepted are the 36-character form and 32 hex digits, each also within braces or after `urn:uuid:` in lower case. Version and variant are not checked.
 * Source: gofrs/uuid v4.4.0 `UUID.UnmarshalText`.
 */
export function canonicalUuid(text: string): string | undefined {
  // Nearly all are in lower case, and making a copy takes as long as the test.
  if (text.length === 36 && isCanonical(text)) return text;
  let body = text;
  if (body.length === 45 || body.length === 41) {
    if (!body.startsWith('urn:uuid:')) return undefined;
    body = body.slice(9);
  } else if (body.length === 38 || body.length === 34) {
    if (body[0] !== '{' || body[body.length - 1] !== '}') return undefined;
    body = body.slice(1, -1);
  }
  if (body.length === 36) return dashed.test(body) ? body.toLowerCase() : undefined;
  return body.length === 32 && hex.test(body) ? withDashes(body.toLowerCase()) : undefined;
}

/** The 36-character form of 32 hex digits. */
export const withDashes = (digits: string): string =>
  `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;

/** Whether 36 characters are a UUID in lower case: each id of each document is asked, and a look at the characters takes half as long as an expression. */
function isCanonical(text: string): boolean {
  for (let at = 0; at < 36; at++) {
    const code = text.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (code !== 45) return false;
    } else if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hex = /^[0-9a-f]{32}$/i;

/** Those within a text, in their usual form. */
export const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The empty UUID: as an id it counts as missing. */
export const nilUuid = '00000000-0000-0000-0000-000000000000';

/** The canonical form of an id; undefined for the empty UUID and for what is not a UUID. */
export function givenId(text: string | undefined): string | undefined {
  const id = canonicalUuid(text ?? '');
  return id === nilUuid ? undefined : id;
}
