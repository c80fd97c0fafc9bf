import * as z from 'zod';
import type { Answers } from './answers';
import { address, count, exactly, identity, page, text, time, timeOrNull } from './parts';

/** Source: bin-message-manager/models/message/webhook.go, WebhookMessage; models/target/target.go, Target and the words. */
const message = exactly({
  ...identity,
  type: z.literal('sms'),
  source: address.nullable(),
  targets: z.array(
    exactly({
      destination: address,
      status: z.enum(['received', 'queued', 'gw_timeout', 'sent', 'dlr_timeout', 'failed', 'delivered']),
      parts: count,
      tm_update: timeOrNull,
    }),
  ),
  text,
  direction: z.enum(['outbound', 'inbound']),
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const messages: Answers = {
  rest: {
    'GET /messages': page(message),
    'GET /messages/{id}': message,
    'POST /messages': message,
    'DELETE /messages/{id}': message,
  },
  events: [message],
};
