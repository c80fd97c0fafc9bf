import * as z from 'zod';
import type { Answers } from './answers';
import { exactly, identity, page, someText, text, time, timeOrNull } from './parts';

/** Source: bin-billing-manager/models/account/webhook.go, WebhookMessage; plan.go, PlanType. */
const account = exactly({
  ...identity,
  name: text,
  detail: text,
  plan_type: z.enum(['free', 'basic', 'professional', 'unlimited']),
  balance_credit: z.int(),
  balance_token: z.int(),
  payment_type: text,
  payment_method: text,
  paddle_subscription_id: someText,
  paddle_customer_id: someText,
  tm_last_topup: timeOrNull,
  tm_next_topup: timeOrNull,
  tm_create: time,
  tm_update: timeOrNull,
  tm_delete: timeOrNull,
});

export const billingAccount: Answers = {
  rest: { 'GET /billing_account': account, 'PUT /billing_account': account, 'GET /billings': page(z.never()) },
};
