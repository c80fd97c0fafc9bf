import * as z from 'zod';
import type { Answers } from './answers';
import { address, exactly, identity, page, text, time, timeOrNull, uuid } from './parts';

/** Source: bin-email-manager/models/email/webhook.go, WebhookMessage; main.go, Attachment and the words. */
const email = exactly({
  ...identity,
  source: address.nullable(),
  destinations: z.array(address),
  status: z.enum([
    '',
    'initiated',
    'processed',
    'delivered',
    'open',
    'click',
    'bounce',
    'dropped',
    'deferred',
    'unsubscribe',
    'spamreport',
  ]),
  subject: text,
  content: text,
  attachments: z.array(exactly({ reference_type: z.enum(['', 'recording']), reference_id: uuid })),
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const emails: Answers = {
  rest: {
    'GET /emails': page(email),
    'GET /emails/{id}': email,
    'POST /emails': email,
    'DELETE /emails/{id}': email,
  },
  events: [email],
};
