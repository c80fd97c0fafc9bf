import * as z from 'zod';
import { activeflow } from './activeflows';
import type { Answers } from './answers';
import { call } from './calls';
import { conference } from './conferences';
import { flow } from './flows';
import { exactly, text } from './parts';

/** Source: bin-api-manager/server/timelines.go; pkg/servicehandler/timeline.go, TimelineEvent and convertEventToWebhookMessage. */
const timeline = (type: string, data: z.ZodType) =>
  exactly({
    result: z.array(
      exactly({
        timestamp: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        event_type: z.string().startsWith(`${type}_`),
        data,
      }),
    ),
    next_page_token: text.min(1).optional(),
  });

export const timelines: Answers = {
  rest: {
    'GET /timelines/calls/{id}/events': timeline('call', call),
    'GET /timelines/conferences/{id}/events': timeline('conference', conference),
    'GET /timelines/flows/{id}/events': timeline('flow', flow),
    'GET /timelines/activeflows/{id}/events': timeline('activeflow', activeflow),
  },
};
