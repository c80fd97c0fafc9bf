import * as z from 'zod';
import type { Answers } from './answers';
import { address, exactly, identity, owner, page, someText, someTime, time, uuid } from './parts';

/** Source: bin-conversation-manager/models/conversation/webhook.go, WebhookMessage; conversation.go, Type. */
const conversation = exactly({
  ...identity,
  ...owner,
  account_id: uuid,
  name: someText,
  detail: someText,
  type: z.enum(['message', 'line', 'whatsapp']).optional(),
  dialog_id: someText,
  self: address,
  peer: address,
  tm_create: time,
  tm_update: someTime,
  tm_delete: someTime,
});

export const conversations: Answers = {
  rest: { 'GET /conversations': page(conversation), 'GET /conversations/{id}': conversation },
};
