import type { AccountState } from './accountState';
import type { Row } from './row';
import { shown } from './shown';

/** The account that pays, as far as it is remembered; `shownBillingAccount` is the whole of it. */
export interface BillingAccount extends Row {
  name: string;
  detail: string;
}

/**
 * Source: bin-billing-manager/models/account/webhook.go WebhookMessage. That a dollar is a million of `balance_credit` is read from the values in
 * the tests beside it.
 */
export const shownBillingAccount = (account: BillingAccount, { balance }: AccountState): object =>
  shown('account', {
    ...account,
    plan_type: 'free',
    balance_credit: Math.round(balance * 1_000_000),
    balance_token: 0,
    payment_type: 'prepaid',
    payment_method: '',
    tm_last_topup: null,
    tm_next_topup: null,
  });
