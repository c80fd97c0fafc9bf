import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, text, time, timeOrNull } from './parts';

/** Source: bin-registrar-manager/models/extension/webhook.go, WebhookMessage: nothing is left out. */
const extension = exactly({
  ...identity,
  name: text,
  detail: text,
  extension: text,
  domain_name: z.string().min(1),
  username: text,
  password: text,
  direct_hash: text,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const extensions: Answers = {
  rest: {
    'GET /extensions': page(extension),
    'GET /extensions/{id}': extension,
    'POST /extensions': extension,
    'PUT /extensions/{id}': extension,
    'DELETE /extensions/{id}': extension,
  },
  events: [extension],
};
