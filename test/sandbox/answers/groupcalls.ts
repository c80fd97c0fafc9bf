import * as z from 'zod';
import type { Answers } from './answers';
import { address, exactly, identity, nilUuid, owner, page, someCount, someOf, someTime, time, uuid } from './parts';

/**
 * Source: bin-call-manager/models/groupcall/webhook.go, WebhookMessage; the words from models/groupcall/main.go. Nobody sets
 * `answer_groupcall_id`: pkg/groupcallhandler/answer.go asks the wrong group call to.
 */
export const groupcall = exactly({
  ...identity,
  ...owner,
  status: z.enum(['progressing', 'hangingup', 'hangup']),
  flow_id: uuid,
  source: address,
  destinations: someOf(address),
  master_call_id: uuid,
  master_groupcall_id: uuid,
  ring_method: z.enum(['ring_all', 'linear']),
  answer_method: z.enum(['hangup_others', '']),
  answer_call_id: uuid,
  call_ids: someOf(uuid),
  answer_groupcall_id: nilUuid,
  groupcall_ids: someOf(uuid),
  call_count: someCount,
  groupcall_count: someCount,
  dial_index: someCount,
  tm_create: time,
  tm_update: someTime,
  tm_delete: someTime,
});

export const groupcalls: Answers = {
  rest: {
    'GET /groupcalls': page(groupcall),
    'GET /groupcalls/{id}': groupcall,
    'POST /groupcalls': groupcall,
    'POST /groupcalls/{id}/hangup': groupcall,
  },
  events: [groupcall],
};
