import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, text, time, timeOrNull, uuid } from './parts';

/** Source: bin-call-manager/models/outboundconfig/webhook.go, WebhookMessage: nothing is left out. */
const config = exactly({
  ...identity,
  name: text,
  detail: text,
  destination_whitelist: z.array(z.string()).nullable(),
  codecs: text,
  default_outgoing_source_number_id: uuid,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const outboundConfig: Answers = { rest: { 'GET /outbound_config': config, 'PUT /outbound_config': config } };
