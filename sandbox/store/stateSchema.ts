import * as z from 'zod';

// zod would compile its checks with `Function(...)`, which hosts with a strict content policy refuse.
z.config({ jitless: true });

const text = z.string();
const time = z.string().nullable();
const row = { id: z.guid(), customer_id: text, tm_create: time, tm_update: time, tm_delete: time };
const action = z.looseObject({
  id: text,
  next_id: text,
  type: text.optional(),
  option: z.record(z.string(), z.unknown()).optional(),
});
const address = z.looseObject({});
const ids = z.array(text);

/** Every member that the sandbox itself reads; the rest is kept as it is. */
const tables = {
  flows: z.looseObject({ ...row, name: text, detail: text, actions: z.array(action), on_complete_flow_id: text }),
  numbers: z.looseObject({ ...row, number: text, type: text, status: text, call_flow_id: text, message_flow_id: text }),
  accesskeys: z.looseObject({ ...row, name: text, detail: text, token: z.string().min(8), tm_expire: time }),
  agents: z.looseObject({ ...row, username: text, permission: z.number(), status: text, addresses: z.array(address) }),
  calls: z.looseObject({
    ...row,
    owner_id: text,
    activeflow_id: text,
    status: text,
    action,
    source: address,
    destination: address,
    direction: z.enum(['incoming', 'outgoing']),
    chained_call_ids: ids,
    recording_ids: ids,
  }),
  groupcalls: z.looseObject({ ...row, owner_id: text, status: text, call_ids: ids, groupcall_ids: ids }),
  activeflows: z.looseObject({
    ...row,
    status: text,
    reference_type: text,
    reference_id: text,
    current_action: action,
    executed_actions: z.array(action),
  }),
  recordings: z.looseObject({ ...row, status: text }),
  queues: z.looseObject({
    ...row,
    name: text,
    detail: text,
    wait_flow_id: text,
    wait_timeout: z.number(),
    service_timeout: z.number(),
  }),
  conferences: z.looseObject({ ...row, pre_flow_id: text }),
  extensions: z.looseObject({ ...row, extension: text }),
  ais: z.looseObject(row),
  teams: z.looseObject(row),
  conversations: z.looseObject(row),
  outboundConfigs: z.looseObject({ ...row, name: text, detail: text, destination_whitelist: ids, codecs: text }),
  messages: z.looseObject(row),
  emails: z.looseObject(row),
  tags: z.looseObject({ ...row, name: text, detail: text }),
  contacts: z.looseObject({ ...row, addresses: z.array(address), tag_ids: ids }),
  campaigns: z.looseObject(row),
  billingAccounts: z.looseObject({ ...row, name: text, detail: text }),
  transcribes: z.looseObject({
    ...row,
    activeflow_id: text,
    reference_type: text,
    reference_id: text,
    status: text,
    language: text,
  }),
};

const listOf = <S extends z.ZodType>(schema: S) => z.array(schema);

export const stateSchema = z.object({
  version: z.literal(1),
  account: z.object({
    balance: z.number(),
    identityVerified: z.boolean(),
    frozen: z.boolean(),
    defaultSource: text,
  }),
  sessions: z.array(z.object({ token: text, agentId: text, expires: z.number() })),
  tables: z.object({
    flows: listOf(tables.flows),
    numbers: listOf(tables.numbers),
    accesskeys: listOf(tables.accesskeys),
    agents: listOf(tables.agents),
    calls: listOf(tables.calls),
    groupcalls: listOf(tables.groupcalls),
    activeflows: listOf(tables.activeflows),
    recordings: listOf(tables.recordings),
    queues: listOf(tables.queues),
    conferences: listOf(tables.conferences),
    extensions: listOf(tables.extensions),
    ais: listOf(tables.ais),
    teams: listOf(tables.teams),
    conversations: listOf(tables.conversations),
    // States that were saved before there were these have none of them; they are seeded then.
    outboundConfigs: listOf(tables.outboundConfigs).optional(),
    messages: listOf(tables.messages).optional(),
    emails: listOf(tables.emails).optional(),
    transcribes: listOf(tables.transcribes).optional(),
    tags: listOf(tables.tags).optional(),
    contacts: listOf(tables.contacts).optional(),
    campaigns: listOf(tables.campaigns).optional(),
    billingAccounts: listOf(tables.billingAccounts).optional(),
  }),
});
