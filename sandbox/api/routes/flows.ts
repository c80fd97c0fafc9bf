import { limits } from '../../../flow/catalog';
import { type JsonObject, nilId } from '../../../flow/simulator';
import { touch } from '../../core';
import { fromSaved } from '../../resources/action';
import type { Flow } from '../../resources/flow';
import { createHash } from '../../resources/secrets';
import { shownAs } from '../../resources/shown';
import { seedIds } from '../../seed/seedIds';
import { internal, notFound } from '../apiError';
import { readBody, textOf } from '../body';
import type { App, Ask, Backend } from '../environment';
import { rowOf } from '../idOf';
import { listOf } from '../paging';
import { readActions, uuidOf } from '../readActions';

/** Stored flows. An update replaces everything: what is not sent is emptied. The event stream tells nothing of them. Source: bin-api-manager/server/flows.go. */
export function addFlows(app: App, { core }: Backend, random: () => number): void {
  const { flows, numbers } = core.store;
  const show = shownAs('flow');
  const flowOf = (ask: Ask) => rowOf(ask, flows, 'FLOW_NOT_FOUND');
  const read = (body: JsonObject) => {
    const next = uuidOf(body, 'on_complete_flow_id');
    // Source: bin-api-manager/pkg/servicehandler/flow.go:62,227.
    if (next !== nilId && !flows.get(next)) throw notFound('FLOW_NOT_FOUND');
    return {
      name: textOf(body, 'name') ?? '',
      detail: textOf(body, 'detail') ?? '',
      actions: readActions(core, body).map(fromSaved),
      on_complete_flow_id: next,
    };
  };

  const changed = (flow: Flow, event: string) => {
    touch(core, flow);
    core.timeline.add('flow', flow, event);
  };

  app.get('/v1.0/flows', listOf(flows, show));
  app.get('/v1.0/flows/:id', (ask) => ask.json(show(flowOf(ask))));
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
    flows.add(flow);
    core.changed();
    core.timeline.add('flow', flow, 'created');
    return ask.json(show(flow));
  });
  app.put('/v1.0/flows/:id', async (ask) => {
    const flow = flowOf(ask);
    Object.assign(flow, read(await readBody(ask)));
    changed(flow, 'updated');
    return ask.json(show(flow));
  });
  app.delete('/v1.0/flows/:id', (ask) => {
    const flow = flowOf(ask);
    flows.remove(flow.id);
    flow.tm_delete = core.stamp();
    for (const number of numbers.all()) {
      if (number.call_flow_id === flow.id) number.call_flow_id = nilId;
      if (number.message_flow_id === flow.id) number.message_flow_id = nilId;
    }
    changed(flow, 'deleted');
    return ask.json(show(flow));
  });
  app.post('/v1.0/flows/:id/direct-hash-regenerate', (ask) => {
    const flow = flowOf(ask);
    flow.direct_hash = createHash(random);
    changed(flow, 'updated');
    return ask.json(show(flow));
  });
}
