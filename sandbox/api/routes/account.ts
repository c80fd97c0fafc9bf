import { customer } from '../../seed/customer';
import { notFound } from '../apiError';
import type { App, Backend } from '../environment';

/** Who one is: the customer, and the agent who has signed in. */
export function addAccount(app: App, { core }: Backend): void {
  app.get('/v1.0/customer', (ask) => ask.json(customer(core.account)));
  app.get('/v1.0/me', (ask) => {
    const agent = core.store.agents.get(ask.get('identity').agentId);
    // An access key is nobody.
    if (!agent) throw notFound();
    return ask.json(agent);
  });
}
