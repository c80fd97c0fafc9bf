import { reservedNetworks } from '../../catalog/reservedNetworks';

/**
 * What kind of address the host of a URL is, to follow "an address", where VoIPbin sends no webhook there; undefined for public addresses. Names
 * other than `localhost` are taken for public, as only a look-up could tell.
 *
 * An IPv4 address within an IPv6 one counts as that. Source: Go `net.IPNet.Contains`.
 */
export function findReserved(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return 'of the machine itself';
  // Nearly all hosts are names, and a look at the end tells.
  if (!/[\d\]]$/.test(name) && !name.includes(':')) return undefined;
  const address = readAddress(name.replace(/^\[(.*)\]$/, '$1'));
  return address && networks.find(({ length, prefix }) => length === address.length && address.startsWith(prefix))?.doc;
}

/** An address as its bits, 32 or 128 of them; undefined for what is not one. */
function readAddress(text: string): string | undefined {
  const v4 = readV4(text);
  if (v4 !== undefined || !text.includes(':')) return v4;
  const bits = readV6(text.replace(/%.*$/, ''));
  return bits?.startsWith(mapped) ? bits.slice(mapped.length) : bits;
}

const mapped = '0'.repeat(80) + '1'.repeat(16);
const toBits = (value: number, count: number) => value.toString(2).padStart(count, '0');

function readV4(text: string): string | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? parts.map((part) => toBits(part, 8)).join('') : undefined;
}

function readV6(text: string): string | undefined {
  const tail = /(?<=:)[\d.]+\.\d+$/.exec(text)?.[0];
  const v4 = tail === undefined ? '' : readV4(tail);
  if (v4 === undefined) return undefined;
  const [head = '', rest, ...more] = (
    tail === undefined ? text : text.slice(0, -tail.length).replace(/([^:]):$/, '$1')
  ).split('::');
  if (more.length > 0) return undefined;
  const left = readGroups(head);
  const right = readGroups(rest ?? '');
  if (left === undefined || right === undefined) return undefined;
  const missing = 128 - left.length - right.length - v4.length;
  if (rest === undefined ? missing !== 0 : missing < 16) return undefined;
  return left + '0'.repeat(missing) + right + v4;
}

function readGroups(text: string): string | undefined {
  const groups = text === '' ? [] : text.split(':');
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => toBits(Number.parseInt(group, 16), 16)).join('');
}

const networks = reservedNetworks.map(({ network, bits, doc }) => {
  const address = readAddress(network) ?? '';
  return { length: address.length, prefix: address.slice(0, bits), doc };
});
