import * as z from 'zod';
import type { Accesskey } from '../resources/accesskey';
import type { Activeflow } from '../resources/activeflow';
import type { Agent } from '../resources/agent';
import type { BillingAccount } from '../resources/billingAccount';
import type { Call } from '../resources/call';
import type { Campaign } from '../resources/campaign';
import type { Contact } from '../resources/contact';
import type { Conversation } from '../resources/conversation';
import type { Email } from '../resources/email';
import type { Flow } from '../resources/flow';
import type { Groupcall } from '../resources/groupcall';
import type { Message } from '../resources/message';
import type { OutboundConfig } from '../resources/outboundConfig';
import type { PhoneNumber } from '../resources/phoneNumber';
import type { ListedRow, Row } from '../resources/row';
import type { Conference, Extension, Queue, Recording } from '../resources/services';
import type { Tag } from '../resources/tag';
import type { Transcribe } from '../resources/transcribe';
import { agents, extensions } from '../seed/agents';
import { flows } from '../seed/flows';
import { emails, messages } from '../seed/messaging';
import { numbers } from '../seed/numbers';
import { outboundConfigs } from '../seed/outboundConfig';
import { billingAccounts, contacts, tags } from '../seed/people';
import { ais, conferences, conversations, queues, recordings, teams } from '../seed/services';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

/** What the store has to know about the rows of one resource. */
export interface Definition<T extends Row> {
  /** Every member that the sandbox itself reads, as a saved state has to have it; the rest is kept as it is. */
  readonly members?: z.ZodRawShape;
  /** What a new sandbox has. */
  readonly seed?: readonly T[];
  /** Which rows may go when there are too many; none when absent. */
  readonly isForgettable?: (row: T) => boolean;
  /** States that were saved before there was this resource have none of it; it is seeded then. */
  readonly isLater?: true;
}

const table = <T extends Row>(definition: Definition<T>): Definition<T> => definition;

const text = z.string();
const ids = z.array(text);
const address = z.looseObject({});
const named = { name: text, detail: text };
const action = z.looseObject({
  id: text,
  next_id: text,
  type: text.optional(),
  option: z.record(z.string(), z.unknown()).optional(),
});

/** Every resource, in the order in which they are saved: store, saved state and seeds follow from this list. */
export const tables = {
  flows: table<Flow>({ members: { ...named, actions: z.array(action), on_complete_flow_id: text }, seed: flows }),
  numbers: table<PhoneNumber>({
    members: { number: text, type: text, status: text, call_flow_id: text, message_flow_id: text },
    seed: numbers,
  }),
  accesskeys: table<Accesskey>({ members: { ...named, token: text.min(8), tm_expire: text.nullable() } }),
  agents: table<Agent>({
    members: { username: text, permission: z.number(), status: text, addresses: z.array(address) },
    seed: agents,
  }),
  calls: table<Call>({
    members: {
      owner_id: text,
      activeflow_id: text,
      status: text,
      action,
      source: address,
      destination: address,
      direction: z.enum(['incoming', 'outgoing']),
      chained_call_ids: ids,
      recording_ids: ids,
    },
    isForgettable: ({ status }) => status === 'hangup',
  }),
  groupcalls: table<Groupcall>({
    members: { owner_id: text, status: text, call_ids: ids, groupcall_ids: ids },
    isForgettable: ({ status }) => status === 'hangup',
  }),
  activeflows: table<Activeflow>({
    members: {
      status: text,
      reference_type: text,
      reference_id: text,
      current_action: action,
      executed_actions: z.array(action),
    },
    isForgettable: ({ status }) => status === 'ended',
  }),
  recordings: table<Recording>({
    members: { status: text },
    seed: recordings,
    isForgettable: ({ status }) => status === 'ended',
  }),
  queues: table<Queue>({
    members: { ...named, wait_flow_id: text, wait_timeout: z.number(), service_timeout: z.number() },
    seed: queues,
  }),
  conferences: table<Conference>({ members: { pre_flow_id: text }, seed: conferences }),
  extensions: table<Extension>({ members: { extension: text }, seed: extensions }),
  ais: table<ListedRow>({ seed: ais }),
  teams: table<ListedRow>({ seed: teams }),
  conversations: table<Conversation>({
    members: { owner_id: text, self: address, peer: address },
    seed: conversations,
  }),
  outboundConfigs: table<OutboundConfig>({
    members: { ...named, destination_whitelist: ids, codecs: text },
    seed: outboundConfigs,
    isLater: true,
  }),
  messages: table<Message>({ seed: messages, isForgettable: () => true, isLater: true }),
  emails: table<Email>({ seed: emails, isForgettable: () => true, isLater: true }),
  transcribes: table<Transcribe>({
    members: { activeflow_id: text, reference_type: text, reference_id: text, status: text, language: text },
    isForgettable: ({ status }) => status === 'done',
    isLater: true,
  }),
  tags: table<Tag>({ members: named, seed: tags, isLater: true }),
  contacts: table<Contact>({
    members: { addresses: z.array(address), tag_ids: ids },
    seed: contacts,
    isLater: true,
  }),
  campaigns: table<Campaign>({ isLater: true }),
  billingAccounts: table<BillingAccount>({ members: named, seed: billingAccounts, isLater: true }),
};
