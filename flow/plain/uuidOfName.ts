import { withDashes } from '../model/uuid';
import { sha1 } from './sha1';

/** The namespace of names of actions: 8b054006-f3d8-40a3-84a8-2ab8561c454e. Another one would change the ids of every flow that was ever sent. */
const namespace = [0x8b, 0x05, 0x40, 0x06, 0xf3, 0xd8, 0x40, 0xa3, 0x84, 0xa8, 0x2a, 0xb8, 0x56, 0x1c, 0x45, 0x4e];

/**
 * The UUID that an action has in the place of its name: version 5 (RFC 9562, 5.5), canonical.
 *
 * `scopeKey` tells lists of actions apart, as in `scopeKeys`. The same two give the same UUID on every machine, in every version.
 */
export function uuidOfName(scopeKey: string, name: string): string {
  // All of it is ASCII: keys of scopes are made of names, ids and numbers.
  const text = `${scopeKey}/${name}`;
  const message = Uint8Array.from([...namespace, ...Array.from(text, (character) => character.charCodeAt(0))]);
  const bytes = sha1(message).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return withDashes(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
