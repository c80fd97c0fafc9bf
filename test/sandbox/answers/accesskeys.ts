import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someText, time, timeOrNull } from './parts';

/** Source: bin-customer-manager/models/accesskey/webhook.go, WebhookMessage. */
const members = {
  ...identity,
  name: someText,
  detail: someText,
  token_prefix: z.string().min(1),
  tm_expire: timeOrNull,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
};
const accesskey = exactly(members);

export const accesskeys: Answers = {
  rest: {
    'GET /accesskeys': page(accesskey),
    'GET /accesskeys/{id}': accesskey,
    // The secret is told this once.
    'POST /accesskeys': exactly({ ...members, token: z.string().regex(/^vb_/) }),
    'PUT /accesskeys/{id}': accesskey,
    'DELETE /accesskeys/{id}': accesskey,
  },
};
