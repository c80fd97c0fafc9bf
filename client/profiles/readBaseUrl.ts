export type BaseUrl = { readonly baseUrl: string; readonly origin: string } | { readonly problem: string };

/**
 * The address of an API as it was entered, brought into one form; or what is wrong with it, as the end of a sentence about an address.
 *
 * Where no path is given it is VoIPbin's, `/v1.0`.
 */
export function readBaseUrl(text: string): BaseUrl {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { problem: 'is not an address. Enter an address such as https://voipbin.example:8443/v1.0.' };
  }
  if (url.username || url.password) return { problem: 'contains a user name or password. Leave them out and sign in.' };
  if (url.search || url.hash) return { problem: 'has text after its path. Remove it from ? or # on.' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return { problem: 'is not https, so others could read the sign-in. Use https.' };
  const path = url.pathname.replace(/\/+$/, '') || '/v1.0';
  return { baseUrl: url.origin + path, origin: url.origin };
}

/** Names and numbers that never leave this computer. `URL` has brought them into one form. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
