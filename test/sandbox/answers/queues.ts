import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someCount, someOf, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-queue-manager/models/queue/webhook.go, WebhookMessage; queue.go, RoutingMethod. */
const queue = exactly({
  ...identity,
  name: someText,
  detail: someText,
  routing_method: z.literal('random').optional(),
  tag_ids: someOf(uuid),
  direct_hash: someText,
  wait_flow_id: uuid,
  wait_timeout: someCount,
  service_timeout: someCount,
  wait_queuecall_ids: someOf(uuid),
  service_queuecall_ids: someOf(uuid),
  total_incoming_count: someCount,
  total_serviced_count: someCount,
  total_abandoned_count: someCount,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const queues: Answers = { rest: { 'GET /queues': page(queue), 'GET /queues/{id}': queue } };
