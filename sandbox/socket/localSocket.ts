import type { SocketSession } from './hub';

/** What a websocket of a browser, of Node and of `ws` has in common. */
export interface LocalSocket {
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  send(text: string): void;
  close(): void;
}

type Connect = (request: Request, send: (text: string) => void, close: () => void) => Promise<SocketSession | Response>;

/**
 * A websocket to a sandbox in the same process: no port is opened.
 *
 * As with a real one nothing happens before the code that opened it has run to its end, so listeners can be added in time.
 */
export function openLocalSocket(connect: Connect, address: string): LocalSocket {
  const listeners = new Map<string, ((event: { readonly data: unknown }) => void)[]>();
  const emit = (type: string, data?: unknown) => {
    for (const listener of listeners.get(type) ?? []) listener({ data });
  };
  let session: SocketSession | undefined;
  let isOver = false;
  const end = (type?: 'error') => {
    if (isOver) return;
    isOver = true;
    session?.close();
    queueMicrotask(() => {
      if (type) emit(type);
      emit('close');
    });
  };

  connect(
    new Request(address.replace(/^ws/, 'http')),
    (text) => queueMicrotask(() => !isOver && emit('message', text)),
    () => end(),
  ).then((connected) => {
    if (connected instanceof Response) return end('error');
    if (isOver) return connected.close();
    session = connected;
    emit('open');
  });

  return {
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
    send: (text) => session?.receive(text),
    close: () => end(),
  };
}
