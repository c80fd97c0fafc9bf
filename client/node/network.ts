import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { WebSocket } from 'ws';
import type { FetchLike } from '../api/send';
import type { NewSocket } from '../api/subscribe';
import type { Network } from '../profiles/network';
import type { Profile } from '../profiles/profile';
import { fetchWithCa } from './fetchWithCa';

/** Reaches servers from Node. Where the profile names a certificate authority, that one alone vouches for the server. */
export const nodeNetwork: Network = async (profile) => {
  const ca = await readCa(profile);
  // Looked up at each request: VS Code puts a fetch that knows the proxy in place of Node's.
  const plainFetch: FetchLike = (url, init) => fetch(url, init);
  return { fetch: ca === undefined ? plainFetch : fetchWithCa(ca), newSocket: newSocketWithCa(ca) };
};

/** Larger messages are none of VoIPbin's. In bytes. */
const maxMessageBytes = 4 * 1024 * 1024;

export function newSocketWithCa(ca: string | undefined): NewSocket {
  return (address) =>
    new WebSocket(address, {
      ...(ca === undefined ? {} : { ca, rejectUnauthorized: true }),
      followRedirects: false,
      handshakeTimeout: 15_000,
      maxPayload: maxMessageBytes,
    });
}

async function readCa({ name, caFile }: Profile): Promise<string | undefined> {
  if (caFile === undefined) return undefined;
  const called = `The certificate authority of the profile ${JSON.stringify(name)}, ${caFile},`;
  let text: string;
  try {
    text = await readFile(caFile.replace(/^~(?=[\\/])/, homedir()), 'utf8');
  } catch {
    throw new Error(`${called} cannot be read. Check caFile in the setting voipbin.profiles.`);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new Error(`${called} contains no certificate in PEM form. Export it as PEM and name that file.`);
}
