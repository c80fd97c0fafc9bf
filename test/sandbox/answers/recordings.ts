import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, owner, page, someText, someTime, time, uuid } from './parts';

/** Source: bin-call-manager/models/recording/webhook.go, WebhookMessage; the words from recording.go. */
const recording = exactly({
  ...identity,
  ...owner,
  activeflow_id: uuid,
  reference_type: z.enum(['call', 'confbridge']),
  reference_id: uuid,
  status: z.enum(['initiating', 'recording', 'stopping', 'ended']),
  format: someText,
  on_end_flow_id: uuid,
  tm_start: someTime,
  tm_end: someTime,
  tm_create: time,
  tm_update: someTime,
  tm_delete: someTime,
});

export const recordings: Answers = {
  rest: { 'GET /recordings': page(recording), 'GET /recordings/{id}': recording },
  events: [recording],
};
