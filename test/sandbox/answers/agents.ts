import * as z from 'zod';
import type { Answers } from './answers';
import { address, exactly, identity, page, someText, someTime, text, time, uuid } from './parts';

/** Source: bin-agent-manager/models/agent/webhook.go, WebhookMessage; the words from agent.go. */
export const agent = exactly({
  ...identity,
  username: z.string().min(1),
  name: text,
  detail: text,
  ring_method: z.enum(['ringall', 'linear']),
  status: z.enum(['available', 'away', 'busy', 'offline', 'ringing']),
  permission: z.int(),
  tag_ids: z.array(uuid),
  addresses: z.array(address),
  direct_hash: someText,
  tm_create: time,
  tm_update: someTime,
  tm_delete: someTime,
});

export const agents: Answers = { rest: { 'GET /agents': page(agent), 'GET /agents/{id}': agent } };
