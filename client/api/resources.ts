/** What VoIPbin answers with. Only what is used here is checked; fields that are not named are kept as they are. */
import * as z from 'zod';
import { nilUuid } from '../../flow';

/** Not-set is null, missing or empty, depending on the server's age; here it is always undefined. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const id = z
  .string()
  .nullish()
  .transform((value) => (value && value !== nilUuid ? value : undefined));

/** Go writes an empty list as null. */
function listOf<S extends z.ZodType>(item: S) {
  return z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);
}

const times = { tm_create: text, tm_update: text, tm_delete: text };
const named = { id: z.string(), customer_id: id, name: text, detail: text, ...times };

const addressSchema = z.looseObject({ type: text, target: text, target_name: text, name: text, detail: text });
const address = addressSchema.nullish().transform((value) => value ?? undefined);

const actionSchema = z.looseObject({
  id,
  next_id: id,
  type: text,
  option: z.unknown().optional(),
  tm_execute: text,
});
const action = actionSchema.nullish().transform((value) => value ?? undefined);

export const loginSchema = z.looseObject({ username: text, token: z.string().min(1) });

export const customerSchema = z.looseObject({
  ...named,
  email: text,
  status: text,
  identity_verification_status: text,
});

export const numberSchema = z.looseObject({
  ...named,
  number: z.string(),
  type: text,
  status: text,
  call_flow_id: id,
  message_flow_id: id,
});

export const flowSchema = z.looseObject({
  ...named,
  type: text,
  actions: listOf(actionSchema),
  on_complete_flow_id: id,
});

export const callSchema = z.looseObject({
  id: z.string(),
  customer_id: id,
  flow_id: id,
  activeflow_id: id,
  /** The agent whom it rings. */
  owner_id: id,
  /** Of servers before November 2026; later ones never tell it. */
  groupcall_id: id,
  master_call_id: id,
  chained_call_ids: listOf(z.string()),
  recording_ids: listOf(z.string()),
  source: address,
  destination: address,
  /** dialing, ringing, progressing, terminating, canceling, hangup; what comes new is kept. */
  status: z.string(),
  action,
  direction: text,
  hangup_by: text,
  hangup_reason: text,
  tm_ringing: text,
  tm_progressing: text,
  tm_hangup: text,
  ...times,
});

export const groupcallSchema = z.looseObject({
  id: z.string(),
  customer_id: id,
  status: text,
  flow_id: id,
  ring_method: text,
  source: address,
  destinations: listOf(addressSchema),
  answer_call_id: id,
  call_ids: listOf(z.string()),
  groupcall_ids: listOf(z.string()),
  ...times,
});

export const placedSchema = z.looseObject({ calls: listOf(callSchema), groupcalls: listOf(groupcallSchema) });

export const activeflowSchema = z.looseObject({
  id: z.string(),
  customer_id: id,
  flow_id: id,
  /** running, ended; what comes new is kept. */
  status: z.string(),
  reference_type: text,
  reference_id: id,
  on_complete_flow_id: id,
  current_action: action,
  forward_action_id: id,
  executed_actions: listOf(actionSchema),
  ...times,
});

export const agentSchema = z.looseObject({ ...named, username: text, status: text, addresses: listOf(addressSchema) });
export const extensionSchema = z.looseObject({ ...named, extension: z.string(), username: text, domain_name: text });

/** A page of a list: `result` may be null when it is empty. */
export function pageSchema<S extends z.ZodType>(item: S) {
  return z.looseObject({ result: listOf(item), next_page_token: text });
}

export type Login = z.output<typeof loginSchema>;
export type PhoneNumber = z.output<typeof numberSchema>;
export type Flow = z.output<typeof flowSchema>;
export type Call = z.output<typeof callSchema>;
export type Groupcall = z.output<typeof groupcallSchema>;
export type Activeflow = z.output<typeof activeflowSchema>;
