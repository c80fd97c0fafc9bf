import * as z from 'zod';
import type { Answers } from './answers';
import { groupcall } from './groupcalls';
import { action, address, exactly, identity, nilUuid, owner, page, someOf, someTime, time, uuid } from './parts';

/**
 * Source: bin-call-manager/models/call/webhook.go, WebhookMessage; the words from models/call/call.go. ConvertWebhookMessage does not copy the
 * group call, so its id is always nil.
 */
export const call = exactly({
  ...identity,
  ...owner,
  flow_id: uuid,
  activeflow_id: uuid,
  type: z.enum(['flow', 'conference', 'sip-service']),
  master_call_id: uuid,
  chained_call_ids: someOf(uuid),
  recording_id: uuid,
  recording_ids: someOf(uuid),
  groupcall_id: nilUuid,
  source: address,
  destination: address,
  status: z.enum(['dialing', 'ringing', 'progressing', 'terminating', 'canceling', 'hangup']),
  action,
  metadata: z
    .record(z.string(), z.unknown())
    .refine((value) => Object.keys(value).length > 0, 'empty')
    .optional(),
  direction: z.enum(['incoming', 'outgoing']),
  mute_direction: z.enum(['both', 'out', 'in']).optional(),
  hangup_by: z.enum(['remote', 'local']).optional(),
  hangup_reason: z.enum(['normal', 'failed', 'busy', 'cancel', 'timeout', 'noanswer', 'dialout', 'amd']).optional(),
  tm_progressing: someTime,
  tm_ringing: someTime,
  tm_hangup: someTime,
  tm_create: time,
  tm_update: someTime,
  tm_delete: someTime,
}).refine(
  (item) => item.status !== 'hangup' || (item.hangup_by && item.hangup_reason && item.tm_hangup),
  'is over, and does not say how',
);

/** The controls answer 200 without a body. Source: bin-api-manager/server/calls.go. */
const nothing = z.undefined();
const controls = [
  ...['hold', 'mute', 'moh', 'silence'].flatMap((name) => [`POST /calls/{id}/${name}`, `DELETE /calls/{id}/${name}`]),
  'POST /calls/{id}/talk',
];

export const calls: Answers = {
  rest: {
    'GET /calls': page(call),
    'GET /calls/{id}': call,
    // Source: bin-api-manager/server/calls.go PostCalls.
    'POST /calls': exactly({ calls: z.array(call), groupcalls: z.array(groupcall) }),
    'POST /calls/{id}/hangup': call,
    'DELETE /calls/{id}': call,
    ...Object.fromEntries(controls.map((control) => [control, nothing])),
    'POST /calls/{id}/recording_start': call,
    'POST /calls/{id}/recording_stop': call,
  },
  events: [call],
};
