import type { Accesskey } from '../resources/accesskey';
import type { Activeflow } from '../resources/activeflow';
import type { Agent } from '../resources/agent';
import type { BillingAccount } from '../resources/billingAccount';
import type { Call } from '../resources/call';
import type { Campaign } from '../resources/campaign';
import type { Contact } from '../resources/contact';
import type { Email } from '../resources/email';
import type { Flow } from '../resources/flow';
import type { Groupcall } from '../resources/groupcall';
import type { Message } from '../resources/message';
import type { OutboundConfig } from '../resources/outboundConfig';
import type { PhoneNumber } from '../resources/phoneNumber';
import type { ListedRow } from '../resources/row';
import type { Conference, Extension, Queue, Recording } from '../resources/services';
import type { Tag } from '../resources/tag';
import type { Transcribe } from '../resources/transcribe';
import { createTable, type Table } from './table';

/** A sign-in that has not run out. */
export interface Session {
  readonly token: string;
  readonly agentId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Everything that the sandbox knows and a client can ask for. */
export interface Store {
  readonly flows: Table<Flow>;
  readonly numbers: Table<PhoneNumber>;
  readonly accesskeys: Table<Accesskey>;
  readonly agents: Table<Agent>;
  readonly calls: Table<Call>;
  readonly groupcalls: Table<Groupcall>;
  readonly activeflows: Table<Activeflow>;
  readonly recordings: Table<Recording>;
  readonly queues: Table<Queue>;
  readonly conferences: Table<Conference>;
  readonly extensions: Table<Extension>;
  readonly ais: Table<ListedRow>;
  readonly teams: Table<ListedRow>;
  readonly conversations: Table<ListedRow>;
  readonly outboundConfigs: Table<OutboundConfig>;
  readonly messages: Table<Message>;
  readonly emails: Table<Email>;
  readonly transcribes: Table<Transcribe>;
  readonly tags: Table<Tag>;
  readonly contacts: Table<Contact>;
  readonly campaigns: Table<Campaign>;
  readonly billingAccounts: Table<BillingAccount>;
  readonly sessions: Map<string, Session>;
}

export type TableName = Exclude<keyof Store, 'sessions'>;

/** In the order in which they are saved. */
export const tableNames = [
  'flows',
  'numbers',
  'accesskeys',
  'agents',
  'calls',
  'groupcalls',
  'activeflows',
  'recordings',
  'queues',
  'conferences',
  'extensions',
  'ais',
  'teams',
  'conversations',
  'outboundConfigs',
  'messages',
  'emails',
  'transcribes',
  'tags',
  'contacts',
  'campaigns',
  'billingAccounts',
] as const satisfies readonly TableName[];

export function createStore(): Store {
  return {
    flows: createTable(),
    numbers: createTable(),
    accesskeys: createTable(),
    agents: createTable(),
    calls: createTable(({ status }) => status === 'hangup'),
    groupcalls: createTable(({ status }) => status === 'hangup'),
    activeflows: createTable(({ status }) => status === 'ended'),
    recordings: createTable(({ status }) => status === 'ended'),
    queues: createTable(),
    conferences: createTable(),
    extensions: createTable(),
    ais: createTable(),
    teams: createTable(),
    conversations: createTable(),
    outboundConfigs: createTable(),
    messages: createTable(() => true),
    emails: createTable(() => true),
    transcribes: createTable(({ status }) => status === 'done'),
    tags: createTable(),
    contacts: createTable(),
    campaigns: createTable(),
    billingAccounts: createTable(),
    sessions: new Map(),
  };
}

export function clearStore(store: Store): void {
  store.sessions.clear();
  for (const name of tableNames) store[name].clear();
}
