import * as z from 'zod';
import type { Answers } from './answers';
import { action, exactly, identity, page, someOf, someText, timeOrNull, uuid } from './parts';

/** Source: bin-flow-manager/models/flow/webhook.go, WebhookMessage. */
export const flow = exactly({
  ...identity,
  type: z.literal('flow'),
  name: someText,
  detail: someText,
  actions: someOf(action),
  direct_hash: someText,
  on_complete_flow_id: uuid,
  tm_create: timeOrNull,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const flows: Answers = {
  rest: {
    'GET /flows': page(flow),
    'GET /flows/{id}': flow,
    'POST /flows': flow,
    'PUT /flows/{id}': flow,
    'DELETE /flows/{id}': flow,
    'POST /flows/{id}/direct-hash-regenerate': flow,
  },
};
