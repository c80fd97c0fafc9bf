import { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { faultText } from '../log/faultText';
import { deletedAt, frozenAt } from '../seed/customer';
import { ApiError, denied, internal, notPermitted, routeNotFound } from './apiError';
import { authenticate } from './authenticate';
import type { App, Ask, Backend, Environment } from './environment';
import type { RateLimits } from './rateLimits';
import { requestId } from './requestId';
import { addAbsent } from './routes/absent';
import { addAccesskeys } from './routes/accesskeys';
import { addAccount } from './routes/account';
import { addActiveflows } from './routes/activeflows';
import { addAis } from './routes/ais';
import { addAuth } from './routes/auth';
import { addBillingAccount } from './routes/billingAccount';
import { addCallControls } from './routes/callControls';
import { addCallRecording } from './routes/callRecording';
import { addCalls } from './routes/calls';
import { addCampaigns } from './routes/campaigns';
import { addConferences } from './routes/conferences';
import { addContacts } from './routes/contacts';
import { addEmails } from './routes/emails';
import { addExtensions } from './routes/extensions';
import { addFlows } from './routes/flows';
import { addGroupcalls } from './routes/groupcalls';
import { addLists } from './routes/lists';
import { addMessages } from './routes/messages';
import { addNumbers } from './routes/numbers';
import { addOutboundConfig } from './routes/outboundConfig';
import { addTags } from './routes/tags';
import { addTimelines } from './routes/timelines';
import { addTranscribes } from './routes/transcribes';

/** What every request passes before it is answered. */
export interface Gate extends Backend {
  readonly limits: RateLimits;
  readonly random: () => number;
}

/** VoIPbin's REST API as a web-standard request handler. */
export function createApp(gate: Gate): App {
  const { core, random } = gate;
  const app = new Hono<Environment>();

  app.use(async (ask, next) => {
    ask.set('requestId', requestId(ask.req.header('x-request-id') ?? null, random));
    await next();
    ask.header('x-request-id', ask.get('requestId'));
    // Clients tell from it how late it is here; virtual time may be ahead.
    ask.header('date', new Date(core.clock.now()).toUTCString());
    logRequest(gate, ask);
  });
  // Nobody has to sign in to hear that there is nothing. Source: bin-api-manager/server/no_route.go NoRoute.
  app.use(async (ask, next) => {
    if (!matchedRoutes(ask).some(({ path }) => !path.endsWith('*'))) throw routeNotFound();
    await next();
  });
  app.use('/auth/*', async (ask, next) => {
    gate.limits.take('signIn', ipOf(ask));
    await next();
  });
  app.use('/v1.0/*', async (ask, next) => {
    ask.set('identity', admit(gate, ask));
    if (!isPermitted(ask)) throw notPermitted();
    await next();
  });

  addAuth(app, gate, random);
  addAccount(app, gate);
  addAccesskeys(app, gate, random);
  addNumbers(app, gate);
  addFlows(app, gate, random);
  addCalls(app, gate);
  addCallControls(app, gate);
  addCallRecording(app, gate);
  addGroupcalls(app, gate);
  addActiveflows(app, gate);
  addLists(app, gate);
  addOutboundConfig(app, gate);
  addMessages(app, gate);
  addEmails(app, gate);
  addTranscribes(app, gate);
  addAis(app, gate);
  addBillingAccount(app, gate);
  addCampaigns(app, gate);
  addConferences(app, gate);
  addContacts(app, gate);
  addExtensions(app, gate);
  addTags(app, gate);
  addTimelines(app, gate);
  app.get('/v1.0/ws', (ask) => {
    const { accept } = ask.env ?? {};
    // This is no websocket.
    if (!accept) return ask.text('Bad Request', 400);
    accept(ask.get('identity'));
    return ask.body(null);
  });

  addAbsent(app);

  app.onError((error, ask) => {
    if (!(error instanceof ApiError)) core.log(`! ${faultText(error)}`);
    return errorAnswer(error, ask);
  });
  return app;
}

/** What an agent may ask for who is no manager; of the event stream he gets what is his. */
const forEverybody: ReadonlySet<string> = new Set(['/v1.0/me', '/v1.0/ws']);

function isPermitted(ask: Ask): boolean {
  const { isManager, agentId } = ask.get('identity');
  const { method, path } = ask.req;
  return isManager || forEverybody.has(path) || (method === 'GET' && path === `/v1.0/agents/${agentId}`);
}

/** Lets in who may ask; throws the error that keeps the others out. */
function admit({ core, limits }: Gate, ask: Ask) {
  limits.take('ip', ipOf(ask));
  const identity = authenticate(core, ask);
  if (core.account.frozen) throw frozen();
  limits.take('customer', identity.customerId);
  return identity;
}

const ipOf = (ask: Ask) => ask.env?.ip ?? '127.0.0.1';

function frozen(): ApiError {
  return denied('ACCOUNT_FROZEN', 'The account is frozen, because it is going to be deleted.', [
    {
      deletion_scheduled_at: frozenAt,
      deletion_effective_at: deletedAt,
      recovery_endpoint: 'DELETE /auth/unregister',
    },
  ]);
}

function errorAnswer(error: Error, ask: Ask): Response {
  const shown = error instanceof ApiError ? error : internal();
  if (shown.retryAfter !== undefined) ask.header('retry-after', String(shown.retryAfter));
  return ask.json(shown.envelope(ask.get('requestId')), shown.code);
}

/** Reading is not worth a line, as long as it works: clients poll. The query is left out, because keys stand in it. */
function logRequest({ core }: Gate, ask: Ask): void {
  const { method, path } = ask.req;
  const { status } = ask.res;
  if (method !== 'GET' || status >= 400) core.log(`${method} ${path}  ${status}`);
}
