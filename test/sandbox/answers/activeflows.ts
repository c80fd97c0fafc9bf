import * as z from 'zod';
import type { Answers } from './answers';
import { action, exactly, identity, page, someOf, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-flow-manager/models/activeflow/webhook.go, WebhookMessage: its times have no `omitempty`. */
export const activeflow = exactly({
  ...identity,
  flow_id: uuid,
  status: z.enum(['running', 'ended']),
  reference_type: z.string().min(1),
  reference_id: uuid,
  reference_activeflow_id: uuid,
  on_complete_flow_id: uuid,
  webhook_uri: someText,
  webhook_method: z.enum(['POST', 'GET', 'PUT', 'DELETE']).optional(),
  current_action: action,
  forward_action_id: uuid,
  executed_actions: someOf(action),
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const activeflows: Answers = {
  rest: {
    'GET /activeflows': page(activeflow),
    'GET /activeflows/{id}': activeflow,
    'POST /activeflows': activeflow,
    'POST /activeflows/{id}/stop': activeflow,
    'DELETE /activeflows/{id}': activeflow,
  },
  events: [activeflow],
};
