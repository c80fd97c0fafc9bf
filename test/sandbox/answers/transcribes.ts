import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, time, timeOrNull, uuid } from './parts';

/** Source: bin-transcribe-manager/models/transcribe/webhook.go, WebhookMessage; the words from transcribe.go. */
const transcribe = exactly({
  ...identity,
  activeflow_id: uuid,
  on_end_flow_id: uuid,
  reference_type: z.enum(['unknown', 'recording', 'call', 'confbridge']),
  reference_id: uuid,
  status: z.enum(['progressing', 'done']),
  language: z.string().min(2),
  direction: z.enum(['both', 'in', 'out']),
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const transcribes: Answers = {
  rest: {
    'GET /transcribes': page(transcribe),
    'GET /transcribes/{id}': transcribe,
    'POST /transcribes': transcribe,
    'POST /transcribes/{id}/stop': transcribe,
    'DELETE /transcribes/{id}': transcribe,
    'GET /transcripts': page(z.never()),
  },
  events: [transcribe],
};
