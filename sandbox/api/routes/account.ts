import { shown } from '../../resources/shown';
import { customer } from '../../seed/customer';
import { denied } from '../apiError';
import type { App, Backend } from '../environment';

/** Who one is: the customer, and the agent who has signed in. */
export function addAccount(app: App, { core }: Backend): void {
  app.get('/v1.0/customer', (context) => context.json(shown('customer', customer(core.account))));
  app.get('/v1.0/me', (context) => {
    const agent = core.store.agents.get(context.get('identity').agentId);
    // An access key is not an agent. Source: bin-api-manager/server/me.go:27.
    if (!agent) throw denied('AGENT_AUTH_REQUIRED', 'Only a signed-in agent can request this.');
    return context.json(shown('agent', agent));
  });
}
