import { touch } from '../../core';
import { type BillingAccount, shownBillingAccount } from '../../resources/billingAccount';
import { notFound, notPermitted } from '../apiError';
import { namesOf, readBody } from '../body';
import type { App, Backend } from '../environment';

/** The account that pays. An update replaces both texts. Source: bin-api-manager/server/billing_account.go. */
export function addBillingAccount(app: App, { core }: Backend): void {
  const own = (): BillingAccount => {
    const [account] = core.store.billingAccounts.all();
    if (!account) throw notFound();
    return account;
  };
  app.get('/v1.0/billing_account', (context) => context.json(shownBillingAccount(own(), core.account)));
  app.put('/v1.0/billing_account', async (context) => {
    const account = own();
    Object.assign(account, namesOf(await readBody(context)));
    touch(core, account);
    return context.json(shownBillingAccount(account, core.account));
  });
  // Those of all customers are for the people of the platform. Source: bin-openapi-manager/openapi/paths/billing_accounts.
  for (const path of ['/v1.0/billing_accounts', '/v1.0/billing_accounts/:id']) {
    app.get(path, () => {
      throw notPermitted();
    });
  }
  // What was paid: in the sandbox nothing ever is.
  app.get('/v1.0/billings', (context) => context.json({ result: [], next_page_token: '' }));
}
