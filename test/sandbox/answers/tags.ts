import type { Answers } from './answers';
import { exactly, identity, page, text, time, timeOrNull } from './parts';

/** Source: bin-tag-manager/models/tag/webhook.go, WebhookMessage: nothing is left out. */
const tag = exactly({
  ...identity,
  name: text,
  detail: text,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const tags: Answers = {
  rest: {
    'GET /tags': page(tag),
    'GET /tags/{id}': tag,
    'POST /tags': tag,
    'PUT /tags/{id}': tag,
    'DELETE /tags/{id}': tag,
  },
  events: [tag],
};
