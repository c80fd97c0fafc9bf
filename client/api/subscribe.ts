import { backoff } from './backoff';
import type { Clock } from './clock';
import { hasMembers } from './exactJson';
import type { Mask } from './maskUrl';
import { readJson } from './readJson';
import type { ApiLog } from './send';

/** What is needed of a websocket: the browser's, Node's and that of `ws` have it. */
export interface SocketLike {
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  send(text: string): void;
  close(): void;
}

/** Opens a websocket; the address holds a secret. */
export type NewSocket = (address: string) => SocketLike;

interface Subscription {
  /** Ends it for good: the connection is closed and not opened again. */
  close(): void;
}

interface SubscribeOptions {
  /** Such as `customer_id:<uuid>:call:<uuid>`; one that VoIPbin refuses closes the whole connection. */
  readonly topics: readonly string[];
  /** Is told when the stream begins or breaks off; in between, events are lost. */
  readonly onState?: (isOpen: boolean) => void;
}

export type Subscribe = (options: SubscribeOptions, onEvent: () => void) => Subscription;

export interface SubscribeSettings {
  readonly newSocket: NewSocket;
  /** Asked anew for each connection: the sign-in may have been renewed. */
  readonly address: () => string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: ApiLog;
  readonly mask: Mask;
}

/** A connection that ends sooner was probably refused, so the pauses go on growing. In milliseconds. */
const settledAfter = 10_000;
const maxPause = 30_000;
/** Larger messages are none of VoIPbin's; a browser sets no limit of its own. In UTF-16 code units. */
const maxMessageLength = 4 * 1024 * 1024;

/** Subscribes to VoIPbin's events, which say that something has changed, and goes on doing so when the connection breaks, with growing pauses. */
export function createSubscribe({ newSocket, address, clock, random, log, mask }: SubscribeSettings): Subscribe {
  return ({ topics, onState }, onEvent) => {
    let socket: SocketLike | undefined;
    let cancel = () => {};
    let isClosed = false;
    let attempt = 0;

    const connect = () => {
      let opened: number | undefined;
      let isOver = false;
      const over = () => {
        if (isOver || isClosed) return;
        isOver = true;
        socket = undefined;
        if (opened !== undefined) onState?.(false);
        if (opened !== undefined && clock.now() - opened >= settledAfter) attempt = 0;
        const wait = backoff(attempt++, random, 1000, maxPause);
        log.debug(`The event stream broke off; the next attempt is in ${wait} ms.`);
        cancel = clock.after(wait, connect);
      };
      try {
        const next = newSocket(address());
        socket = next;
        next.addEventListener('open', () => {
          if (isClosed || isOver) return;
          opened = clock.now();
          next.send(JSON.stringify({ type: 'subscribe', topics }));
          onState?.(true);
        });
        next.addEventListener('message', ({ data }) => {
          if (isClosed || isOver || typeof data !== 'string' || data.length > maxMessageLength) return;
          if (isEvent(data)) onEvent();
        });
        next.addEventListener('close', over);
        // It stays listened to after closing: `ws` throws without a listener if a connection was given up while it was being made.
        next.addEventListener('error', over);
      } catch (error) {
        log.warn(mask(`The event stream could not be opened: ${error instanceof Error ? error.message : error}`));
        over();
      }
    };
    connect();

    return {
      close() {
        if (isClosed) return;
        isClosed = true;
        cancel();
        socket?.close();
        socket = undefined;
      },
    };
  };
}

/** What it says is not read: servers of different ages send different forms, and the listener asks for the state anyway. */
function isEvent(message: string): boolean {
  try {
    return hasMembers(readJson(message));
  } catch {
    return false;
  }
}
