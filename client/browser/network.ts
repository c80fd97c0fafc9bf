import type { Network } from '../profiles/network';

/** Reaches servers from a browser, which alone decides whom it trusts. */
export const browserNetwork: Network = async ({ name, caFile, origin }) => {
  if (caFile !== undefined)
    throw new Error(
      `VS Code in a browser cannot use the caFile of the profile ${JSON.stringify(name)}. Make the browser trust ${origin} and remove caFile, or use VS Code on the desktop.`,
    );
  return {
    fetch: (url, init) => fetch(url, init),
    newSocket: (address) => new WebSocket(address),
  };
};
