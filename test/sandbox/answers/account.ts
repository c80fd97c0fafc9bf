import * as z from 'zod';
import { agent } from './agents';
import type { Answers } from './answers';
import { exactly, someText, time, timeOrNull, uuid } from './parts';

/** Source: bin-customer-manager/models/customer/webhook.go, WebhookMessage; customer.go, Status; identity_verification_status.go. */
const customer = exactly({
  id: uuid,
  name: someText,
  detail: someText,
  email: someText,
  phone_number: someText,
  address: someText,
  webhook_method: someText,
  webhook_uri: someText,
  billing_account_id: uuid,
  metadata: exactly({ rtp_debug: z.boolean() }),
  email_verified: z.boolean(),
  status: z.enum(['initial', 'active', 'frozen', 'deleted', 'expired']),
  identity_verification_status: z.enum(['none', 'pending', 'verified', 'rejected']),
  tm_deletion_scheduled: timeOrNull,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

/** What a token says of itself. Source: bin-api-manager/pkg/servicehandler/auth.go AuthLogin, AuthJWTGenerate. */
const claims = exactly({
  type: z.literal('agent'),
  agent,
  expire: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
});

const token = z.string().refine((value) => {
  const [, payload = ''] = value.split('.');
  return claims.safeParse(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))).success;
}, 'does not hold the claims of a sign-in');

export const account: Answers = {
  rest: {
    'POST /auth/login': exactly({ username: z.string().min(1), token }),
    'GET /customer': customer,
    'GET /me': agent,
  },
};
