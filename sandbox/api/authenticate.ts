import { getCookie } from 'hono/cookie';
import { nilUuid } from '../../flow';
import { parseStamp } from '../clock/stamps';
import type { Core, Identity } from '../core';
import { permissions } from '../resources/agent';
import { seedIds } from '../seed/seedIds';
import { unauthenticated } from './apiError';
import type { ApiContext } from './environment';

/**
 * Who sends a request; throws a 401 when that does not show.
 *
 * Looked for in this order: cookie `token`, query `token`, header `Authorization: Bearer`, cookie `accesskey`, query `accesskey`. The first
 * that is there counts. Source: bin-api-manager/lib/middleware/authenticate.go getAuthString.
 */
export function authenticate(core: Core, context: ApiContext): Identity {
  const token =
    getCookie(context, 'token') ||
    context.req.query('token') ||
    context.req.header('authorization')?.split('Bearer ')[1];
  if (token) return bySession(core, token);
  const key = getCookie(context, 'accesskey') || context.req.query('accesskey');
  if (key) return byAccesskey(core, key);
  throw unauthenticated('AUTHENTICATION_REQUIRED', 'The request has neither a token nor an access key.');
}

function bySession({ store, clock }: Core, token: string): Identity {
  const session = store.sessions.get(token);
  const agent = session && session.expires > clock.now() ? store.agents.get(session.agentId) : undefined;
  if (!agent) throw refused();
  const isManager = (agent.permission & (permissions.admin | permissions.manager)) !== 0;
  return { customerId: agent.customer_id, agentId: agent.id, isManager };
}

/** An access key counts as an admin of its customer. */
function byAccesskey({ store, clock }: Core, token: string): Identity {
  const key = store.accesskeys.all().find((known) => known.token === token);
  const end = key?.tm_expire ? parseStamp(key.tm_expire) : undefined;
  if (!key || (end !== undefined && end <= clock.now() * 1000)) throw refused();
  return { customerId: seedIds.customer, agentId: nilUuid, isManager: true };
}

const refused = () => unauthenticated('INVALID_CREDENTIALS', 'The token or access key is not valid.');
