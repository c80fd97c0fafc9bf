import { limits } from '../../../flow/catalog';
import { type JsonObject, nilId } from '../../../flow/simulator';
import { update } from '../../core';
import { fromSaved } from '../../resources/action';
import type { Flow } from '../../resources/flow';
import { seedIds } from '../../seed/seedIds';
import { internal } from '../apiError';
import { readBody, textOf } from '../body';
import type { App, Backend } from '../environment';
import { rowOf } from '../idOf';
import { pageOf } from '../paging';
import { readActions, uuidOf } from '../readActions';

/** Stored flows. An update replaces everything: what is not sent is emptied. Source: bin-api-manager/server/flows.go. */
export function addFlows(app: App, { core }: Backend): void {
  const { flows, numbers } = core.store;
  const read = (body: JsonObject) => ({
    name: textOf(body, 'name') ?? '',
    detail: textOf(body, 'detail') ?? '',
    actions: readActions(core, body).map(fromSaved),
    on_complete_flow_id: uuidOf(body, 'on_complete_flow_id'),
  });

  app.get('/v1.0/flows', (ask) => ask.json(pageOf(ask, flows)));
  app.get('/v1.0/flows/:id', (ask) => ask.json(rowOf(ask, flows)));
  app.post('/v1.0/flows', async (ask) => {
    const content = read(await readBody(ask));
    if (flows.all().length >= limits.storedFlows.value) throw internal();
    const flow: Flow = {
      id: core.newId(),
      customer_id: seedIds.customer,
      type: 'flow',
      ...content,
      direct_hash: '',
      tm_create: core.stamp(),
      tm_update: null,
      tm_delete: null,
    };
    core.publish('flow', flows.add(flow));
    core.changed();
    return ask.json(flow);
  });
  app.put('/v1.0/flows/:id', async (ask) => {
    const flow = rowOf(ask, flows);
    Object.assign(flow, read(await readBody(ask)));
    update(core, 'flow', flow);
    return ask.json(flow);
  });
  app.delete('/v1.0/flows/:id', (ask) => {
    const flow = rowOf(ask, flows);
    flows.remove(flow.id);
    flow.tm_delete = core.stamp();
    for (const number of numbers.all()) {
      if (number.call_flow_id === flow.id) number.call_flow_id = nilId;
      if (number.message_flow_id === flow.id) number.message_flow_id = nilId;
    }
    update(core, 'flow', flow);
    return ask.json(flow);
  });
}
