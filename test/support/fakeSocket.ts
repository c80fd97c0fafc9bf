import assert from 'node:assert/strict';
import type { NewSocket, SocketLike } from '../../client/api/subscribe';

export interface FakeSocket {
  readonly address: string;
  readonly sent: readonly string[];
  readonly isClosed: boolean;
  /** Lets something happen to it. */
  open(): void;
  message(data: unknown): void;
  drop(): void;
}

/** Websockets that do nothing by themselves, and the list of those that were opened. */
export function fakeSockets(): { readonly newSocket: NewSocket; readonly opened: FakeSocket[]; last(): FakeSocket } {
  const opened: FakeSocket[] = [];
  const newSocket: NewSocket = (address) => {
    const listeners = new Map<string, ((event: { data: unknown }) => void)[]>();
    const sent: string[] = [];
    const emit = (type: string, data?: unknown) => {
      for (const listener of listeners.get(type) ?? []) listener({ data });
    };
    let isClosed = false;
    opened.push({
      address,
      sent,
      get isClosed() {
        return isClosed;
      },
      open: () => emit('open'),
      message: (data) => emit('message', typeof data === 'string' ? data : JSON.stringify(data)),
      drop() {
        // Both happen to a real one.
        emit('error');
        emit('close');
      },
    });
    const addEventListener: SocketLike['addEventListener'] = (
      type: string,
      listener: (event: { data: unknown }) => void,
    ) => {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    };
    return { addEventListener, send: (text) => sent.push(text), close: () => (isClosed = true) } as SocketLike;
  };
  const last = () => {
    const socket = opened[opened.length - 1];
    assert.ok(socket, 'no websocket was opened');
    return socket;
  };
  return { newSocket, opened, last };
}
