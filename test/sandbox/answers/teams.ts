import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someOf, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-ai-manager/models/team/main.go, Team and Member; webhook.go, WebhookMessage. */
const team = exactly({
  ...identity,
  name: someText,
  detail: someText,
  start_member_id: uuid,
  members: someOf(
    exactly({ id: uuid, name: z.string(), ai_id: uuid, transitions: z.array(z.record(z.string(), z.unknown())) }),
  ),
  parameter: z.record(z.string(), z.unknown()).optional(),
  direct_hash: someText,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const teams: Answers = { rest: { 'GET /teams': page(team), 'GET /teams/{id}': team } };
