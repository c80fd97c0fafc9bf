import { nilUuid } from '../../../flow';
import { update } from '../../core';
import { placeCalls } from '../../engine/placeCalls';
import { planOrLog } from '../../engine/planDial';
import type { Call } from '../../resources/call';
import type { Groupcall } from '../../resources/groupcall';
import { shownAs } from '../../resources/shown';
import { denied, internal } from '../apiError';
import { addressesOf, addressOf, readBody, textMember } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { listOf } from '../paging';
import { readVariables } from '../readVariables';
import { lastingRowOf } from '../rowOf';

/** Calls. Source: bin-api-manager/server/calls.go; pkg/servicehandler/call.go. */
export function addCalls(app: App, { core, engine }: Backend): void {
  const { calls } = core.store;
  const show = shownAs('call');
  const callOf = (context: ApiContext) => lastingRowOf(context, calls, 'CALL_NOT_FOUND');
  app.get('/v1.0/calls', listOf(calls, show));
  app.get('/v1.0/calls/:id', (context) => context.json(show(callOf(context))));

  app.post('/v1.0/calls', async (context) => {
    const body = await readBody(context);
    const source = addressOf(body, 'source');
    const destinations = addressesOf(body, 'destinations');
    textMember(body, 'anonymous');
    const variables = readVariables(body);
    if (destinations.some(({ type }) => type === 'tel') && !core.account.identityVerified) {
      throw denied('IDENTITY_VERIFICATION_REQUIRED', 'Calls to telephone numbers need a verified identity.');
    }
    const flow = { ...givenFlow(core, body), variables, early: false, depth: 0, masterCallId: nilUuid };
    const made: { calls: Call[]; groupcalls: Groupcall[] } = { calls: [], groupcalls: [] };
    for (const destination of destinations) {
      const plan = planOrLog(core, source, destination);
      if (!plan) continue;
      const placed = placeCalls(engine, plan, { role: 'flow', flow });
      if (placed.group) made.groupcalls.push(placed.group.groupcall);
      else made.calls.push(...placed.calls.map(({ row: call }) => call));
    }
    // VoIPbin does not say what was left out, nor why. Source: bin-call-manager/pkg/listenhandler/main.go:173-197, errors without a type.
    if (made.calls.length + made.groupcalls.length === 0) throw internal();
    return context.json({ calls: made.calls.map(show), groupcalls: made.groupcalls.map(shownAs('groupcall')) });
  });

  app.post('/v1.0/calls/:id/hangup', (context) => {
    const call = callOf(context);
    engine.calls.get(call.id)?.hangUpSoon();
    return context.json(show(call));
  });

  app.delete('/v1.0/calls/:id', (context) => {
    const call = callOf(context);
    engine.calls.get(call.id)?.hangUp();
    calls.remove(call.id);
    call.tm_delete = core.stamp();
    update(core, 'call', call, 'deleted');
    return context.json(show(call));
  });
}
