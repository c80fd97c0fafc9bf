import { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { faultText } from '../log/faultText';
import { deletedAt, frozenAt } from '../seed/customer';
import { ApiError, denied, internal, notPermitted, routeNotFound } from './apiError';
import { authenticate } from './authenticate';
import type { ApiContext, App, Backend, Environment } from './environment';
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

  app.use(async (context, next) => {
    context.set('requestId', requestId(context.req.header('x-request-id') ?? null, random));
    await next();
    context.header('x-request-id', context.get('requestId'));
    // Clients tell from it how late it is here; virtual time may be ahead.
    context.header('date', new Date(core.clock.now()).toUTCString());
    logRequest(gate, context);
  });
  // The answer that there is nothing needs no sign-in. Source: bin-api-manager/server/no_route.go NoRoute.
  app.use(async (context, next) => {
    if (!matchedRoutes(context).some(({ path }) => !path.endsWith('*'))) throw routeNotFound();
    await next();
  });
  app.use('/auth/*', async (context, next) => {
    gate.limits.take('signIn', ipOf(context));
    await next();
  });
  app.use('/v1.0/*', async (context, next) => {
    context.set('identity', admit(gate, context));
    if (!isPermitted(context)) throw notPermitted();
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
  app.get('/v1.0/ws', (context) => {
    const { accept } = context.env ?? {};
    // This is no websocket.
    if (!accept) return context.text('Bad Request', 400);
    accept(context.get('identity'));
    return context.body(null);
  });

  addAbsent(app);

  app.onError((error, context) => {
    if (!(error instanceof ApiError)) core.log(`! ${faultText(error)}`);
    return errorAnswer(error, context);
  });
  return app;
}

/** What an agent may ask for who is no manager; of the event stream he gets what is his. */
const forEverybody: ReadonlySet<string> = new Set(['/v1.0/me', '/v1.0/ws']);

function isPermitted(context: ApiContext): boolean {
  const { isManager, agentId } = context.get('identity');
  const { method, path } = context.req;
  return isManager || forEverybody.has(path) || (method === 'GET' && path === `/v1.0/agents/${agentId}`);
}

/** Lets in who may ask; throws the error that keeps the others out. */
function admit({ core, limits }: Gate, context: ApiContext) {
  limits.take('ip', ipOf(context));
  const identity = authenticate(core, context);
  if (core.account.frozen) throw frozen();
  limits.take('customer', identity.customerId);
  return identity;
}

const ipOf = (context: ApiContext) => context.env?.ip ?? '127.0.0.1';

function frozen(): ApiError {
  return denied('ACCOUNT_FROZEN', 'The account is frozen, because it is going to be deleted.', [
    {
      deletion_scheduled_at: frozenAt,
      deletion_effective_at: deletedAt,
      recovery_endpoint: 'DELETE /auth/unregister',
    },
  ]);
}

function errorAnswer(error: Error, context: ApiContext): Response {
  const shown = error instanceof ApiError ? error : internal();
  if (shown.retryAfter !== undefined) context.header('retry-after', String(shown.retryAfter));
  return context.json(shown.envelope(context.get('requestId')), shown.code);
}

/** Reading is not worth a line, as long as it works: clients poll. The query is left out, because keys stand in it. */
function logRequest({ core }: Gate, context: ApiContext): void {
  const { method, path } = context.req;
  const { status } = context.res;
  if (method !== 'GET' || status >= 400) core.log(`${method} ${path}  ${status}`);
}
