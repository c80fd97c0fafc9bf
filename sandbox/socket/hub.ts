import { isList, isObject, nilUuid, parseGoJson } from '../../flow';
import type { Identity, ResourceKind } from '../core';
import type { Row } from '../resources/row';
import { shown } from '../resources/shown';
import { isAllowedTopic } from './isAllowedTopic';

/** One connection to the event stream, whatever carries it. */
export interface SocketSession {
  /** A message of the client. What is not JSON is ignored; a topic that is not allowed ends the connection. */
  receive(text: string): void;
  /** The client is gone. */
  close(): void;
}

export interface Hub {
  /** `event` is what happened, such as `hangup` in `call_hangup`. */
  publish(kind: ResourceKind, row: Row, event: string): void;
  connect(identity: Identity, send: (text: string) => void, close: () => void): SocketSession;
  /** Ends every connection. */
  closeAll(): void;
}

interface Subscriber {
  readonly topics: Set<string>;
  readonly send: (text: string) => void;
  readonly close: () => void;
}

/** Brings what changes to the subscribers: the bare resource, which does not say what happened to it. */
export function createHub(): Hub {
  const subscribers = new Set<Subscriber>();

  return {
    publish(kind, row, event) {
      let text: string | undefined;
      for (const topic of topicsOf(kind, row, event)) {
        for (const { topics, send } of [...subscribers]) {
          // A subscription is the beginning of a topic. Source: bin-api-manager/pkg/pubsubhandler/subscriber.go.
          if (![...topics].some((beginning) => topic.startsWith(beginning))) continue;
          text ??= JSON.stringify(shown(kind, row));
          send(text);
        }
      }
    },
    connect(identity, send, close) {
      const subscriber: Subscriber = { topics: new Set(), send, close };
      subscribers.add(subscriber);
      return {
        receive(text) {
          const message = readMessage(text);
          if (!message || !subscribers.has(subscriber)) return;
          if (!message.topics.every((topic) => isAllowedTopic(topic, identity))) {
            subscribers.delete(subscriber);
            return close();
          }
          for (const topic of message.topics) {
            if (message.type === 'subscribe') subscriber.topics.add(topic);
            if (message.type === 'unsubscribe') subscriber.topics.delete(topic);
          }
        },
        close: () => void subscribers.delete(subscriber),
      };
    },
    closeAll() {
      const all = [...subscribers];
      subscribers.clear();
      for (const { close } of all) close();
    },
  };
}

/** Each event has two topics, so a subscriber to the beginning of both gets it twice. Source: subscribehandler/webhookmanager.go createTopics. */
function topicsOf(kind: ResourceKind, row: Row & { readonly owner_id?: string }, event: string): readonly string[] {
  const { owner_id: owner = nilUuid } = row;
  const scopes = [`customer_id:${row.customer_id}`, ...(owner === nilUuid ? [] : [`agent_id:${owner}`])];
  return [
    ...scopes.map((scope) => `${scope}:${kind}:${row.id}`),
    ...scopes.map((scope) => `${scope}:${kind}:${kind}_${event}:${row.id}`),
  ];
}

function readMessage(text: string): { readonly type: string; readonly topics: readonly string[] } | undefined {
  const value = parseGoJson(text);
  if (!isObject(value)) return undefined;
  const { type = '', topics = [] } = value;
  if (typeof type !== 'string' || !isList(topics)) return undefined;
  return topics.every((topic) => typeof topic === 'string') ? { type, topics } : undefined;
}
