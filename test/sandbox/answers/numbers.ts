import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, text, time, timeOrNull, uuid } from './parts';

/** Source: bin-number-manager/models/number/webhook.go, WebhookMessage; number.go, Status and Type; metadata.go. Nothing is left out. */
const number = exactly({
  ...identity,
  number: z.string().regex(/^\+\d{7,15}$/),
  type: z.enum(['normal', 'virtual']),
  call_flow_id: uuid,
  message_flow_id: uuid,
  name: text,
  detail: text,
  status: z.enum(['', 'active', 'deleted']),
  t38_enabled: z.boolean(),
  emergency_enabled: z.boolean(),
  metadata: exactly({ rtp_debug: z.boolean() }),
  tm_purchase: timeOrNull,
  tm_renew: timeOrNull,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const numbers: Answers = {
  rest: {
    'GET /numbers': page(number),
    'GET /numbers/{id}': number,
    'PUT /numbers/{id}/flow_ids': number,
  },
  events: [number],
};
