import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someOf, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-conference-manager/models/conference/webhook.go, WebhookMessage; the words from conference.go. */
export const conference = exactly({
  ...identity,
  // What a client sends, whatever it is.
  type: someText,
  status: z.enum(['starting', 'progressing', 'terminating', 'terminated']),
  name: someText,
  detail: someText,
  data: z
    .record(z.string(), z.unknown())
    .refine((value) => Object.keys(value).length > 0, 'empty')
    .optional(),
  timeout: z
    .int()
    .refine((value) => value !== 0, 'empty')
    .optional(),
  pre_flow_id: uuid,
  post_flow_id: uuid,
  conferencecall_ids: someOf(uuid),
  recording_id: uuid,
  recording_ids: someOf(uuid),
  transcribe_id: uuid,
  transcribe_ids: someOf(uuid),
  direct_hash: someText,
  tm_end: timeOrNull,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const conferences: Answers = {
  rest: {
    'GET /conferences': page(conference),
    'GET /conferences/{id}': conference,
    'POST /conferences': conference,
    'PUT /conferences/{id}': conference,
    'DELETE /conferences/{id}': conference,
  },
  events: [conference],
};
