/**
 * Whether the host of a URL is an address that no public server has: private, loopback, link-local and the like. Names other than
 * `localhost` are taken for public, as only a look-up could tell.
 *
 * Source: `bin-webhook-manager/pkg/webhookhandler/urlvalidator.go` `privateNetworks`.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (name.startsWith('[')) return isPrivateV6(name.slice(1, -1));
  const parts = v4.exec(name);
  return parts !== null && isPrivateV4(parts.slice(1).map(Number));
}

const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function isPrivateV4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 240) return true;
  if (a === 100) return b >= 64 && b <= 127;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b <= 31;
  return a === 192 && (b === 168 || (b === 0 && c === 0));
}

function isPrivateV6(address: string): boolean {
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1];
  if (mapped !== undefined) return isPrivateHost(mapped);
  if (/^[0:]*:0*1?$/.test(address)) return true;
  return /^f[cd]/.test(address) || /^fe[89ab]/.test(address);
}
