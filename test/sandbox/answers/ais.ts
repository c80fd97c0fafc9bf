import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someOf, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-ai-manager/models/ai/webhook.go, WebhookMessage. */
const ai = exactly({
  ...identity,
  name: someText,
  detail: someText,
  engine_model: someText,
  parameter: z.record(z.string(), z.unknown()).optional(),
  engine_key: someText,
  rag_id: uuid,
  init_prompt: someText,
  current_prompt_history_id: uuid,
  tts_type: someText,
  tts_voice_id: someText,
  stt_type: someText,
  stt_language: someText,
  vad_config: z.record(z.string(), z.unknown()).optional(),
  smart_turn_enabled: z.literal(true).optional(),
  tool_names: someOf(z.string()),
  is_insight_active: z.boolean(),
  direct_hash: someText,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const ais: Answers = {
  rest: {
    'GET /ais': page(ai),
    'GET /ais/{id}': ai,
    'POST /ais': ai,
    'PUT /ais/{id}': ai,
    'DELETE /ais/{id}': ai,
  },
  events: [ai],
};
