import { type JsonObject, limits, nilUuid } from '../../../flow';
import { touch } from '../../core';
import { newRow } from '../../engine/newRow';
import { fromSaved } from '../../resources/action';
import type { Flow } from '../../resources/flow';
import { createHash } from '../../resources/secrets';
import { internal, notFound } from '../apiError';
import { namesOf, readBody } from '../body';
import type { ApiContext, App, Backend } from '../environment';
import { readActions, uuidOf } from '../readActions';
import { addReads, listedRow, showRow } from '../rows';

/** Stored flows. An update replaces everything: what is not sent is emptied. The event stream tells nothing of them. Source: bin-api-manager/server/flows.go. */
export function addFlows(app: App, { core }: Backend, random: () => number): void {
  const { flows, numbers } = core.store;
  const listed = { path: '/flows', kind: 'flow', table: flows };
  const flowOf = (context: ApiContext) => listedRow(context, listed);
  const read = (body: JsonObject) => {
    const next = uuidOf(body, 'on_complete_flow_id');
    // Source: bin-api-manager/pkg/servicehandler/flow.go:62,227.
    if (next !== nilUuid && !flows.get(next)) throw notFound('FLOW_NOT_FOUND');
    return {
      ...namesOf(body),
      actions: readActions(core, body).map(fromSaved),
      on_complete_flow_id: next,
    };
  };

  const changed = (flow: Flow, event: string) => {
    touch(core, flow);
    core.timeline.add('flow', flow, event);
  };

  addReads(app, listed);
  app.post('/v1.0/flows', async (context) => {
    const content = read(await readBody(context));
    if (flows.all().length >= limits.storedFlows.value) throw internal();
    const flow: Flow = {
      ...newRow(core),
      type: 'flow',
      ...content,
      direct_hash: '',
    };
    flows.add(flow);
    core.changed();
    core.timeline.add('flow', flow, 'created');
    return showRow(context, listed, flow);
  });
  app.put('/v1.0/flows/:id', async (context) => {
    const flow = flowOf(context);
    Object.assign(flow, read(await readBody(context)));
    changed(flow, 'updated');
    return showRow(context, listed, flow);
  });
  app.delete('/v1.0/flows/:id', (context) => {
    const flow = flowOf(context);
    flows.remove(flow.id);
    flow.tm_delete = core.stamp();
    for (const number of numbers.all()) {
      if (number.call_flow_id === flow.id) number.call_flow_id = nilUuid;
      if (number.message_flow_id === flow.id) number.message_flow_id = nilUuid;
    }
    changed(flow, 'deleted');
    return showRow(context, listed, flow);
  });
  app.post('/v1.0/flows/:id/direct-hash-regenerate', (context) => {
    const flow = flowOf(context);
    flow.direct_hash = createHash(random);
    changed(flow, 'updated');
    return showRow(context, listed, flow);
  });
}
