import * as z from 'zod';
import type { Answers } from './answers';
import { action, exactly, identity, page, text, time, timeOrNull, uuid } from './parts';

/** Source: bin-campaign-manager/models/campaign/webhook.go, WebhookMessage; `status` from campaign.go. */
const campaign = exactly({
  ...identity,
  type: text,
  name: text,
  detail: text,
  status: z.enum(['stop', 'stopping', 'run']),
  service_level: z.int(),
  end_handle: text,
  actions: z.array(action),
  outplan_id: uuid,
  outdial_id: uuid,
  queue_id: uuid,
  next_campaign_id: uuid,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const campaigns: Answers = {
  rest: {
    'GET /campaigns': page(campaign),
    'GET /campaigns/{id}': campaign,
    'POST /campaigns': campaign,
    'PUT /campaigns/{id}': campaign,
    'DELETE /campaigns/{id}': campaign,
  },
  events: [campaign],
};
