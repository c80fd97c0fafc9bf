import { nilId } from '../../../flow/simulator';
import { update } from '../../core';
import { startActiveflow, stopActiveflow } from '../../engine/activeflows';
import { shownAs } from '../../resources/shown';
import { invalid, stateInvalid } from '../apiError';
import { readBody, textOf } from '../body';
import type { App, Ask, Backend } from '../environment';
import { givenFlow } from '../givenFlow';
import { rowOf } from '../idOf';
import { listOf } from '../paging';
import { uuidOf } from '../readActions';
import { readVariables } from '../readVariables';

const methods: ReadonlySet<string> = new Set(['', 'POST', 'GET', 'PUT', 'DELETE']);

/** Activeflows: flows that run without a phone, and those of calls. Source: bin-api-manager/server/activeflows.go. */
export function addActiveflows(app: App, { core, engine }: Backend): void {
  const { activeflows } = core.store;
  const show = shownAs('activeflow');
  const activeflowOf = (ask: Ask) => rowOf(ask, activeflows, 'ACTIVEFLOW_NOT_FOUND');
  app.get('/v1.0/activeflows', listOf(activeflows, show));
  app.get('/v1.0/activeflows/:id', (ask) => ask.json(show(activeflowOf(ask))));

  app.post('/v1.0/activeflows', async (ask) => {
    const body = await readBody(ask);
    const wished = uuidOf(body, 'id');
    const webhook = {
      webhook_uri: textOf(body, 'webhook_uri') ?? '',
      webhook_method: textOf(body, 'webhook_method') ?? '',
    };
    if (webhook.webhook_uri !== '' && !/^https?:\/\/[^/]/i.test(webhook.webhook_uri)) {
      throw invalid('INVALID_WEBHOOK_URI', '`webhook_uri` is not an http or https URL.');
    }
    if (!methods.has(webhook.webhook_method)) {
      throw invalid('INVALID_WEBHOOK_METHOD', '`webhook_method` is not POST, GET, PUT or DELETE.');
    }
    const variables = readVariables(body);
    const flow = givenFlow(core, body);
    if (activeflows.get(wished)) throw stateInvalid('There is an activeflow with this id already.');
    const id = wished === nilId ? core.newId() : wished;
    return ask.json(show(startActiveflow(engine, flow, { id, ...webhook }, variables)));
  });

  app.post('/v1.0/activeflows/:id/stop', (ask) => {
    const activeflow = activeflowOf(ask);
    stopActiveflow(engine, activeflow);
    return ask.json(show(activeflow));
  });

  app.delete('/v1.0/activeflows/:id', (ask) => {
    const activeflow = activeflowOf(ask);
    stopActiveflow(engine, activeflow);
    activeflows.remove(activeflow.id);
    activeflow.tm_delete = core.stamp();
    update(core, 'activeflow', activeflow, 'deleted');
    return ask.json(show(activeflow));
  });
}
