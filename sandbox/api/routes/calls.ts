import { nilId } from '../../../flow/simulator';
import { update } from '../../core';
import { hangUpCall } from '../../engine/control';
import { place } from '../../engine/place';
import { planDial, type Refusal, refusalTexts } from '../../engine/plan';
import type { Call } from '../../resources/call';
import type { Groupcall } from '../../resources/groupcall';
import { denied, internal, noBalance } from '../apiError';
import { addressesOf, addressOf, readBody, textOf } from '../body';
import type { App, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';
import { readVariables } from '../readVariables';

/** Calls. Source: bin-api-manager/server/calls.go; pkg/servicehandler/call.go. */
export function addCalls(app: App, { core, engine }: Backend): void {
  const { calls } = core.store;
  app.get('/v1.0/calls', (ask) => ask.json(pageOf(ask, calls)));
  app.get('/v1.0/calls/:id', (ask) => ask.json(rowOf(ask, calls)));

  app.post('/v1.0/calls', async (ask) => {
    const body = await readBody(ask);
    const source = addressOf(body, 'source');
    const destinations = addressesOf(body, 'destinations');
    textOf(body, 'anonymous');
    const variables = readVariables(body);
    if (destinations.some(({ type }) => type === 'tel') && !core.account.identityVerified) {
      throw denied('IDENTITY_VERIFICATION_REQUIRED', 'Calls to telephone numbers need a verified identity.');
    }
    const flow = { ...givenFlow(core, body), variables, early: false, depth: 0 };
    const made: { calls: Call[]; groupcalls: Groupcall[] } = { calls: [], groupcalls: [] };
    const refusals: Refusal[] = [];
    for (const destination of destinations) {
      const plan = planDial(core, source, destination);
      if (typeof plan === 'string') {
        refusals.push(plan);
        core.log(`a destination is left out: ${refusalTexts[plan]}`);
        continue;
      }
      const placed = place(engine, plan, { role: 'flow', flow, masterCallId: nilId });
      if (placed.group) made.groupcalls.push(placed.group.groupcall);
      else made.calls.push(...placed.calls.map((live) => live.call));
    }
    // What was left out nobody tells, as long as something rings.
    if (made.calls.length + made.groupcalls.length === 0) throw refusals.includes('balance') ? noBalance() : internal();
    return ask.json(made);
  });

  app.post('/v1.0/calls/:id/hangup', (ask) => {
    const call = rowOf(ask, calls);
    hangUpCall(engine, call);
    return ask.json(call);
  });

  app.delete('/v1.0/calls/:id', (ask) => {
    const call = rowOf(ask, calls);
    const live = engine.calls.get(call.id);
    if (live) engine.hangUp(live, { by: 'local', reason: 'normal' });
    calls.remove(call.id);
    call.tm_delete = core.stamp();
    update(core, 'call', call);
    return ask.json(call);
  });
}
